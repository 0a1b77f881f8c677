package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundlesTest {
  private static final String NOBODY = "00000000-0000-4000-8000-00000000dead";
  private static final String CALL =
      "{'sessionId':'s','availability':'Busy','activity':'InACall','expirationDuration':'PT1H'}";

  private final PresenceFake fake =
      PresenceFake.start(
          FakeOptions.defaults()
              .withClock(InstantSource.fixed(Instant.parse("2027-03-04T05:06:07Z"))));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  private Reply bundle(String... requests) {
    return http.post(
        Paths.BUNDLE, "{\"requests\":[" + String.join(",", requests).replace('\'', '"') + "]}");
  }

  private static String get(String id, String user, String... more) {
    return "{'id':'%s','method':'GET','url':'/users/%s/presence'%s}"
        .formatted(id, user, String.join("", more));
  }

  private static String set(String id, String user, String body, String... more) {
    return "{'id':'%s','method':'POST','url':'/users/%s/presence/setPresence','body':%s%s}"
        .formatted(id, user, body, String.join("", more));
  }

  private static final String JSON = ",'headers':{'content-type':'application/json'}";

  private static List<String> statuses(Reply reply) {
    return reply
        .json()
        .path("responses")
        .valueStream()
        .map(part -> part.path("id").asString() + " " + part.path("status").intValue())
        .toList();
  }

  private static JsonNode part(Reply reply, int index) {
    return reply.json().path("responses").path(index);
  }

  @Test
  void eachPartIsAnsweredAsIfItHadComeAlone() {
    String id = http.newUser();
    Reply alone = http.get("/v1.0/users/" + id + "/presence");
    Reply reply = bundle(get("One", id), get("two", NOBODY), get("3", "anna"));
    assertEquals(200, reply.status());
    assertEquals("application/json", reply.header("Content-Type"));
    assertEquals(List.of("One 200", "two 404", "3 400"), statuses(reply));
    assertEquals(alone.json(), part(reply, 0).path("body"));
    assertEquals(
        alone.header("Content-Type"),
        part(reply, 0).path("headers").path("Content-Type").asString());
    assertEquals("NotFound", part(reply, 1).path("body").path("error").path("code").asString());
  }

  @Test
  void aWriteAnswersNoBodyAndIsSeenByWhatComesAfter() {
    String id = http.newUser();
    Reply reply = bundle(get("before", id), set("write", id, CALL, JSON), get("after", id));
    assertEquals(List.of("before 200", "write 200", "after 200"), statuses(reply));
    assertEquals("Offline", part(reply, 0).path("body").path("availability").asString());
    assertFalse(part(reply, 1).has("body"));
    assertEquals("{}", part(reply, 1).path("headers").toString());
    assertEquals("Busy", part(reply, 2).path("body").path("availability").asString());
  }

  @Test
  void whatDependsOnAFailureFailsAndIsNotDone() {
    String id = http.newUser();
    Reply reply =
        bundle(
            get("a", NOBODY),
            set("b", id, CALL, JSON, ",'dependsOn':['A']"),
            get("c", id, ",'dependsOn':['b']"),
            get("d", id),
            get("e", id, ",'dependsOn':['D']"));
    assertEquals(List.of("a 404", "b 424", "c 424", "d 200", "e 200"), statuses(reply));
    assertEquals(
        "FailedDependency", part(reply, 1).path("body").path("error").path("code").asString());
    assertEquals("Offline", part(reply, 3).path("body").path("availability").asString());
  }

  @Test
  void aBodyNeedsAContentTypeAndIsHeldToIt() {
    String id = http.newUser();
    Reply reply =
        bundle(
            set("none", id, CALL),
            set("text", id, CALL, ",'headers':{'Content-Type':'text/plain'}"),
            set("bad", id, "{}", JSON));
    assertEquals(List.of("none 400", "text 415", "bad 400"), statuses(reply));
    assertEquals("Offline/Offline", http.get("/v1.0/users/" + id + "/presence").pair());
  }

  @Test
  void urlsBeginBelowTheRootWithOrWithoutASlash() {
    Reply reply =
        bundle(
            "{'id':'1','method':'get','url':'me/presence'}",
            "{'id':'2','method':'GET','url':'/me/presence?x=y'}",
            "{'id':'3','method':'GET','url':'/v1.0/me/presence'}",
            "{'id':'4','method':'GET','url':'https://graph.microsoft.com/v1.0/me/presence'}",
            "{'id':'5','method':'DELETE','url':'/me/presence'}",
            "{'id':'6','method':'POST','url':'/$batch'}");
    assertEquals(List.of("1 200", "2 200", "3 404", "4 404", "5 405", "6 400"), statuses(reply));
    assertEquals("GET", part(reply, 4).path("headers").path("Allow").asString());
  }

  @Test
  void twentyAreTakenAndTwentyOneRefused() {
    assertEquals(20, statuses(bundle(reads(20))).size());
    assertEquals(400, bundle(reads(21)).status());
  }

  private String[] reads(int count) {
    return IntStream.range(0, count).mapToObj(i -> get("r" + i, NOBODY)).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "{'method':'GET','url':'/me/presence'}",
        "{'id':null,'method':'GET','url':'/me/presence'}",
        "{'id':'','method':'GET','url':'/me/presence'}",
        "{'id':7,'method':'GET','url':'/me/presence'}",
        "{'id':'1','url':'/me/presence'}",
        "{'id':'1','method':'GET'}",
        "{'id':'1','method':'GET','url':['me']}",
        "{'id':'1','method':'GET','url':'/me/presence','headers':[]}",
        "{'id':'1','method':'GET','url':'/me/presence','headers':{'a':1}}",
        "{'id':'1','method':'GET','url':'/me/presence','dependsOn':'2'}",
        "{'id':'1','method':'GET','url':'/me/presence','dependsOn':[2]}",
        "{'id':'1','method':'GET','url':'/me/presence','dependsOn':['1']}",
        "{'id':'1','method':'GET','url':'/me/presence','dependsOn':['2']}"
            + ",{'id':'2','method':'GET','url':'/me/presence'}",
        "{'id':'a','method':'GET','url':'/me/presence'}"
            + ",{'id':'A','method':'GET','url':'/me/presence'}",
      })
  void aMalformedBatchIsRefusedWhole(String requests) {
    Reply reply = bundle(requests);
    assertEquals(400, reply.status(), reply::text);
    assertFalse(reply.code().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"requests\":null}", "{\"requests\":{}}", "[]", "{", ""})
  void aBodyWithoutRequestsIsRefused(String body) {
    assertEquals(400, http.post(Paths.BUNDLE, body).status());
  }

  @Test
  void theWholeNeedsATokenAndItsPartsUseIt() {
    String body = "{\"requests\":[" + get("1", NOBODY).replace('\'', '"') + "]}";
    String[] json = {"Content-Type", "application/json"};
    assertEquals(401, http.send("POST", Paths.BUNDLE, body, json).status());
    assertEquals(List.of("1 404"), statuses(http.post(Paths.BUNDLE, body)));
  }

  @Test
  void faultsOfAnOperationShowInItsPartsAlone() {
    http.faults("getPresence-id-missing", "getPresence-cut-body", "getPresence-wrong-status");
    try {
      Reply reply =
          bundle(
              get("1", http.newUser()),
              "{'id':'2','method':'POST','url':'/me/presence/clearUserPreferredPresence'}");
      assertEquals(List.of("1 202", "2 200"), statuses(reply));
      assertTrue(part(reply, 0).path("body").isString());
    } finally {
      http.faults();
    }
  }

  @Test
  void twentyPartsOf650AreAnswered() {
    String ids =
        Arrays.stream(http.admin("GET", "users", "").text().split("\""))
            .filter(text -> text.length() == 36)
            .limit(650)
            .collect(Collectors.joining("','", "{'ids':['", "']}"));
    String[] parts =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    "{'id':'%d','method':'POST','url':'/communications/getPresencesByUserId'%s,'body':%s}"
                        .formatted(i, JSON, ids))
            .toArray(String[]::new);
    Reply reply = bundle(parts);
    assertEquals(20, statuses(reply).size());
    assertEquals(650, part(reply, 19).path("body").path("value").size());
  }
}
