package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchReadsTest {
  private static final String PATH = "/v1.0/communications/getPresencesByUserId";
  private static final String NOBODY = "00000000-0000-4000-8000-00000000dead";

  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  private Reply read(List<String> ids) {
    return http.post(
        PATH, ids.stream().collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}")));
  }

  private static List<String> ids(Reply reply) {
    return reply
        .json()
        .path("value")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  @Test
  void sixHundredAndFiftyIdsAreAnsweredInTheirOrder() {
    List<String> asked = http.newUsers(650);
    Reply reply = read(asked);
    assertEquals(200, reply.status());
    assertEquals(asked, ids(reply));
    assertEquals(String.valueOf(reply.body().length), reply.header("Content-Length"));
    assertEquals(
        "https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.presence)",
        reply.json().path("@odata.context").asString());
    assertFalse(reply.json().has("@odata.nextLink"));
  }

  @Test
  void sixHundredAndFiftyOneIdsAreRefused() {
    Reply reply = read(http.newUsers(651));
    assertEquals(400, reply.status());
    assertEquals("InvalidArgument", reply.code());
  }

  @Test
  void anItemIsWhatTheSingleReadShowsToOthers() {
    String id = http.newUser();
    http.post(
        "/v1.0/users/" + id + "/presence/setPresence",
        "{\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}");
    String alone = http.get("/v1.0/users/" + id + "/presence").text();
    String item = read(List.of(id)).json().path("value").path(0).toString();
    assertEquals(alone.substring(alone.indexOf("\"id\"")), item.substring(1));
  }

  @Test
  void theCallersOwnItemCarriesTheTextOnly() {
    http.post(
        "/v1.0/me/presence/setStatusMessage",
        "{\"statusMessage\":{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"}}}");
    assertEquals(
        "{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"}}",
        read(fake.namedUsers().subList(0, 1))
            .json()
            .path("value")
            .path(0)
            .path("statusMessage")
            .toString());
  }

  @Test
  void repeatedIdsAreAnsweredOnceAndUnknownOnesNotAtAll() {
    List<String> two = http.newUsers(2);
    List<String> asked =
        List.of(two.get(0), NOBODY, two.get(0).toUpperCase(Locale.ROOT), two.get(1), two.get(0));
    assertEquals(two, ids(read(asked)));
    assertEquals("{\"value\":[]}", read(List.of(NOBODY)).text().replaceAll("\"@[^,]*,", ""));
  }

  @Test
  void otherMembersAreSkipped() {
    String id = http.newUser();
    Reply reply =
        http.post(PATH, "{\"more\":{\"ids\":[1]},\"ids\":[\"%s\"],\"x\":[[]]}".formatted(id));
    assertEquals(List.of(id), ids(reply));
  }

  @Test
  void theOrderOfMembersDoesNotHideABadBody() {
    assertEquals(
        400, http.post(PATH, "{\"ids\":[\"%s\"],\"ids\":null}".formatted(NOBODY)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ids\":[]}",
        "{\"ids\":null}",
        "{}",
        "{\"ids\":\"x\"}",
        "{\"ids\":{}}",
        "{\"ids\":[null]}",
        "{\"ids\":[7]}",
        "{\"ids\":[\"x\"]}",
        "{\"ids\":[[\"x\"]]}",
        "{\"ids\":[\"\"]}",
        "{\"ids\":[\"5e1f0001-0a11-4c0d-8e55-00000000000\"]}",
        "{\"ids\":[\"5e1f0001-0a11-4c0d-8e55-0000000000٠1\"]}",
        "[]",
        "null",
        "\"x\"",
        "{",
        "{\"ids\":[",
        "{\"ids\":[\"5e1f0001-0a11-4c0d-8e55-000000000001\"]",
        "ids",
        "{\"ids\":[\"5e1f0001-0a11-4c0d-8e55-000000000001\"]} {}",
        " "
      })
  void badBodiesAreRefused(String body) {
    Reply reply = http.post(PATH, body);
    assertEquals(400, reply.status(), body);
    assertFalse(reply.json().path("error").path("message").asString().isEmpty());
  }

  @Test
  void aDeeplyNestedBodyIsRefused() {
    String deep = "[".repeat(100_000);
    assertEquals(400, http.post(PATH, "{\"x\":" + deep).status());
  }

  @Test
  void whatIsNotDeclaredToBeJsonIsRefused() {
    String body = "{\"ids\":[\"" + fake.namedUsers().get(0) + "\"]}";
    for (String[] headers :
        new String[][] {{}, {"Content-Type", "text/plain"}, {"Content-Type", "application/xml"}}) {
      String[] all =
          Stream.concat(Stream.of("Authorization", "Bearer x"), Stream.of(headers))
              .toArray(String[]::new);
      assertEquals(415, http.send("POST", PATH, body, all).status());
    }
    Reply declared =
        http.send(
            "POST",
            PATH,
            body,
            "Authorization",
            "bearer x",
            "Content-Type",
            "Application/JSON; charset=utf-8");
    assertEquals(200, declared.status());
  }
}
