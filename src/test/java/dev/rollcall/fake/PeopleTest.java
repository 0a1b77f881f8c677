package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PeopleTest {
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");

  private final PresenceFake fake =
      PresenceFake.start(FakeOptions.defaults().withClock(InstantSource.fixed(START)));
  private final Http http = Http.to(fake.baseUrl());
  private final String anna = fake.namedUsers().get(0);

  @AfterEach
  void stop() {
    fake.close();
  }

  private JsonNode people(String query) {
    return http.admin("GET", "people" + query, "").json();
  }

  private JsonNode person() {
    return people("?limit=1").path("people").path(0);
  }

  private static List<String> ids(JsonNode page) {
    return page.path("people").valueStream().map(each -> each.path("id").asString()).toList();
  }

  private String read(String id) {
    return http.get("/v1.0/users/" + id + "/presence").pair();
  }

  private Reply put(String subject, String members) {
    return http.admin("PUT", subject, "{\"user\":\"" + anna + "\"," + members + "}");
  }

  @Test
  void pagesHoldEverybodyOnceTheNamedOnesFirst() {
    String newcomer = http.newUser();
    JsonNode first = people("");
    assertEquals(START.toString(), first.path("now").asString());
    assertEquals(1_001, first.path("total").asInt());
    assertEquals(50, first.path("people").size());
    assertEquals(fake.namedUsers(), ids(first).subList(0, 5));
    assertEquals(ids(first).subList(7, 10), ids(people("?offset=7&limit=3")));
    assertEquals(newcomer, ids(people("?offset=1000")).get(0));
    assertEquals(List.of(), ids(people("?offset=1001")));
  }

  @Test
  void whoeverWentAndCameAgainIsThereOnce() {
    String gone = ids(people("?offset=9")).get(0);
    http.admin("DELETE", "users", "{\"users\":[\"" + gone + "\"]}");
    http.admin("POST", "users", "{\"ids\":[\"" + gone + "\"]}");
    assertEquals(1_000, people("").path("total").asInt());
    assertEquals(gone, ids(people("?offset=9")).get(0));
    assertEquals(
        999, ids(people("?limit=500")).size() + ids(people("?offset=500&limit=499")).size());
  }

  @Test
  void peopleLookAsReadsShowThem() {
    for (JsonNode each : people("?limit=200").path("people")) {
      String pair = each.path("availability").asString() + "/" + each.path("activity").asString();
      assertEquals(read(each.path("id").asString()), pair);
      assertTrue(each.path("displayName").asString().matches("\\S+ \\S+"), each::toString);
    }
  }

  @Test
  void aPersonSaysWhatThePresenceComesFrom() {
    http.post(
        "/v1.0/users/" + anna + "/presence/setPresence",
        "{\"sessionId\":\"app\",\"availability\":\"Available\",\"activity\":\"Available\","
            + "\"expirationDuration\":\"PT1H\"}");
    http.post(
        "/v1.0/users/" + anna + "/presence/setUserPreferredPresence",
        "{\"availability\":\"DoNotDisturb\",\"activity\":\"DoNotDisturb\","
            + "\"expirationDuration\":\"PT2H\"}");
    http.post(
        "/v1.0/users/" + anna + "/presence/setStatusMessage",
        "{\"statusMessage\":{\"message\":{\"content\":\"Hello\",\"contentType\":\"text\"}}}");
    put("out-of-office", "\"isOutOfOffice\":true,\"message\":\"Away\"");
    put("location", "\"scheduled\":{\"workLocationType\":\"remote\"}");
    http.advance(Duration.ofMinutes(6));
    assertEquals(
        "[{\"id\":\"app\",\"availability\":\"Available\",\"activity\":\"Available\","
            + "\"shows\":{\"availability\":\"Available\",\"activity\":\"AvailableInactive\"},"
            + "\"expiresAt\":\"2027-03-04T06:06:07Z\",\"fadesAt\":\"2027-03-04T05:16:07Z\"}]",
        person().path("sessions").toString());
    assertEquals(
        "{\"availability\":\"DoNotDisturb\",\"activity\":\"DoNotDisturb\","
            + "\"expiresAt\":\"2027-03-04T07:06:07Z\"}",
        person().path("preference").toString());
    assertEquals(
        "{\"content\":\"Hello\",\"expiresAt\":null}", person().path("statusMessage").toString());
    assertEquals(
        "{\"isOutOfOffice\":true,\"message\":\"Away\"}", person().path("outOfOffice").toString());
    assertEquals(
        "{\"source\":\"scheduled\",\"workLocationType\":\"remote\",\"placeId\":null}",
        person().path("workLocation").toString());
    http.advance(Duration.ofHours(3));
    assertEquals("[]", person().path("sessions").toString());
    assertTrue(person().path("preference").isNull());
  }

  @Test
  void aStateIsSeenUntilItEndsOrIsCleared() {
    Reply set = put("state", "\"availability\":\"busy\",\"activity\":\"InACall\"");
    assertEquals(200, set.status(), set::text);
    assertEquals("Busy/InACall", set.pair());
    http.advance(Duration.ofDays(30));
    assertEquals("Busy/InACall", read(anna));
    put(
        "state",
        "\"availability\":\"Away\",\"activity\":\"Away\",\"expirationDuration\":\"PT30M\"");
    assertEquals("Away/Away", read(anna));
    http.advance(Duration.ofMinutes(30));
    assertEquals("Offline/Offline", read(anna));
  }

  @Test
  void aClearedStateLeavesNothing() {
    put("state", "\"availability\":\"Busy\",\"activity\":\"Busy\"");
    put("meeting", "\"until\":\"PT1H\"");
    put("out-of-office", "\"isOutOfOffice\":true,\"message\":\"Away\"");
    put("location", "\"scheduled\":{\"workLocationType\":\"remote\"}");
    assertEquals(200, put("state", "\"clear\":true").status());
    assertEquals("Offline/Offline", read(anna));
    assertEquals("[]", person().path("sessions").toString());
    assertTrue(person().path("meeting").isNull());
    assertTrue(!person().path("outOfOffice").path("isOutOfOffice").asBoolean());
  }

  @Test
  void aMeetingIsBusyUntilItEndsOrIsCalledOff() {
    put("meeting", "\"until\":\"PT30M\"");
    assertEquals("Busy/InAMeeting", read(anna));
    assertEquals("{\"until\":\"2027-03-04T05:36:07Z\"}", person().path("meeting").toString());
    assertEquals("[]", person().path("sessions").toString());
    put("meeting", "\"until\":null");
    assertEquals("Offline/Offline", read(anna));
    assertTrue(person().path("meeting").isNull());
    put("meeting", "\"until\":\"2027-03-04T06:00:00Z\"");
    http.advance(Duration.ofHours(1));
    assertEquals("Offline/Offline", read(anna));
    assertTrue(person().path("meeting").isNull());
  }

  @Test
  void requestsAreKeptNewestFirst() {
    http.get("/v1.0/me/presence?a=b");
    http.get("/v1.0/nothing");
    assertEquals(
        "[{\"at\":\"2027-03-04T05:06:07Z\",\"method\":\"GET\",\"path\":\"/v1.0/nothing\","
            + "\"status\":404,\"operation\":null},"
            + "{\"at\":\"2027-03-04T05:06:07Z\",\"method\":\"GET\",\"path\":\"/v1.0/me/presence?a=b\","
            + "\"status\":200,\"operation\":\"getPresence\"}]",
        requests("").toString());
    assertEquals(1, requests("?limit=1").size());
    http.admin("POST", "reset", "");
    assertEquals(0, requests("").size());
  }

  private JsonNode requests(String query) {
    return http.admin("GET", "requests" + query, "").json().path("requests");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET people?limit=0 | `` | 'limit' is no number from 1 to 500",
        "GET people?limit=501 | `` | 'limit' is no number from 1 to 500",
        "GET people?limit=99999999999 | `` | 'limit' is no number",
        "GET people?offset=-1 | `` | 'offset' is no number",
        "GET requests?limit=x | `` | 'limit' is no number from 1 to 500",
        "PUT state | {} | 'user' is missing",
        "PUT state | {\"user\":\"7\"} | 'user' is nobody's id",
        "PUT state | {\"user\":\"ANNA\"} | 'availability' is missing",
        "PUT state | {\"user\":\"ANNA\",\"availability\":5} | 'availability' is no string",
        "PUT state | {\"user\":\"ANNA\",\"availability\":\"Bsy\"} | 'availability' has no value 'Bsy'",
        "PUT state | {\"user\":\"ANNA\",\"availability\":\"Busy\",\"activity\":\"Busy\",\"expirationDuration\":\"1h\"} | 'expirationDuration' is no duration",
        "PUT state | {\"user\":\"ANNA\",\"availability\":\"Busy\",\"activity\":\"Busy\",\"expirationDuration\":\"PT0S\"} | the duration is no time at all",
        "PUT state | {\"user\":\"ANNA\",\"availability\":\"Busy\",\"activity\":\"Busy\",\"expirationDuration\":\"P999999D\"} | the clock ends before",
        "PUT state | {\"user\":\"ANNA\",\"clear\":false} | 'clear' is true",
        "PUT state | {\"user\":\"ANNA\",\"clear\":1} | 'clear' is neither true nor false",
        "PUT state | {\"user\":\"ANNA\",\"clear\":true,\"activity\":\"Busy\"} | stands alone",
        "PUT meeting | {\"user\":\"ANNA\"} | 'until' is missing",
        "PUT meeting | {\"user\":\"ANNA\",\"until\":\"PT0S\"} | the duration is no time at all",
        "PUT meeting | {\"user\":\"ANNA\",\"until\":\"2027-03-04T05:06:07Z\"} | 'until' has passed",
        "PUT meeting | {\"user\":\"ANNA\",\"until\":\"noon\"} | 'until' is no instant",
        "PUT meeting | {\"user\":\"ANNA\",\"until\":\"Pnoon\"} | 'until' is no duration",
      })
  void badInputIsOneSentence(String call, String body, String sentence) {
    String before = http.admin("GET", "people", "").text();
    String[] parts = call.split(" ");
    Reply reply = http.admin(parts[0], parts[1], body.replace("ANNA", anna));
    assertEquals(400, reply.status(), reply::text);
    String error = reply.json().path("error").asString();
    assertTrue(error.contains(sentence), error);
    assertEquals(before, http.admin("GET", "people", "").text());
  }
}
