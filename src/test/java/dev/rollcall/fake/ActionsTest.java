package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionsTest {
  private static final String CALL =
      "{\"sessionId\":\"22553876-F5ab-4529-bffb-cfe50aa89f87\",\"availability\":\"Busy\","
          + "\"activity\":\"InACall\",\"expirationDuration\":\"PT1H\"}";
  private static final String SESSION = "{\"sessionId\":\"22553876-f5AB-4529-bffb-cfe50aa89f87\"}";

  private final PresenceFake fake =
      PresenceFake.start(
          FakeOptions.defaults()
              .withClock(InstantSource.fixed(Instant.parse("2027-03-04T05:06:07Z"))));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  private Reply act(String id, String action, String body) {
    return http.post("/v1.0/users/" + id + "/presence/" + action, body);
  }

  private String pair(String id) {
    return http.get("/v1.0/users/" + id + "/presence").pair();
  }

  @Test
  void theFiveActionsWorkOnTheThreePathsAndAnswerNothing() {
    String me = fake.namedUsers().get(0);
    List<String> paths =
        List.of(
            "/v1.0/me/presence/",
            "/v1.0/users/" + me + "/presence/",
            "/v1.0/communications/presences/" + me + "/",
            "/v1.0/me/presence/microsoft.graph.");
    for (String path : paths) {
      List<Reply> replies =
          List.of(
              http.post(path + "setPresence", CALL),
              http.post(
                  path + "setUserPreferredPresence",
                  "{\"availability\":\"Away\",\"activity\":\"Away\"}"),
              http.post(path + "clearUserPreferredPresence", "{}"),
              http.post(
                  path + "setStatusMessage",
                  "{\"statusMessage\":{\"message\":{\"content\":\"\",\"contentType\":\"text\"}}}"),
              http.post(path + "clearPresence", SESSION));
      for (Reply reply : replies) {
        assertEquals(200, reply.status(), path + reply.text());
        assertEquals("0", reply.header("Content-Length"));
        assertEquals("(none)", reply.header("Content-Type"));
      }
    }
  }

  @Test
  void whatIsWrittenIsReadUntilItEnds() {
    String id = http.newUser();
    act(id, "setPresence", CALL);
    assertEquals("Busy/InACall", pair(id));
    http.advance(Duration.ofHours(1).minusNanos(1));
    assertEquals("Busy/InACall", pair(id));
    http.advance(Duration.ofNanos(1));
    assertEquals("Offline/Offline", pair(id));
    assertEquals(404, act(id, "clearPresence", SESSION).status());
  }

  @Test
  void aClearOfAnUnknownSessionIsNotFound() {
    String id = http.newUser();
    Reply reply = act(id, "clearPresence", SESSION);
    assertEquals(404, reply.status());
    assertEquals("NotFound", reply.code());
    act(id, "setPresence", CALL);
    assertEquals(200, act(id, "clearPresence", SESSION).status());
    assertEquals(404, act(id, "clearPresence", SESSION).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "setPresence | {\"availability\":\"Busy\",\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":null,\"availability\":\"Busy\",\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":\"\",\"availability\":\"Busy\",\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":7,\"availability\":\"Busy\",\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":\"s\",\"availability\":null,\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":\"s\",\"availability\":\"Busy\"}",
        "setPresence | {\"sessionId\":\"s\",\"availability\":\"busy\",\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":\"s\",\"availability\":\"Bussy\",\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"Busy\"}",
        "setPresence | {\"sessionId\":\"s\",\"availability\":[\"Busy\"],\"activity\":\"InACall\"}",
        "clearPresence | {}",
        "clearPresence | {\"sessionId\":null}",
        "clearPresence | {\"sessionId\":{}}",
        "setUserPreferredPresence | {}",
        "setUserPreferredPresence | {\"availability\":\"Busy\",\"activity\":\"InACall\"}",
        "setUserPreferredPresence | {\"availability\":\"Away\",\"activity\":\"Away\",\"expirationDuration\":\"PT0S\"}",
        "setUserPreferredPresence | {\"availability\":\"Away\",\"activity\":\"Away\",\"expirationDuration\":\"-PT1H\"}",
        "setUserPreferredPresence | {\"availability\":\"Away\",\"activity\":\"Away\",\"expirationDuration\":60}",
        "clearUserPreferredPresence | []",
        "clearUserPreferredPresence | nothing",
        "setStatusMessage | {}",
        "setStatusMessage | {\"statusMessage\":7}",
        "setStatusMessage | {\"statusMessage\":{}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":\"hi\"}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"contentType\":\"text\"}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":5,\"contentType\":\"text\"}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":\"<b>\",\"contentType\":\"html\"}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":\"x\",\"contentType\":\"rtf\"}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":\"\\ud800\",\"contentType\":\"text\"}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":\"x\"},\"expiryDateTime\":{}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":\"x\"},\"expiryDateTime\":{\"dateTime\":\"2030-01-01T00:00:00Z\"}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":\"x\"},\"expiryDateTime\":{\"dateTime\":\"2030-02-30T00:00:00\"}}}",
        "setStatusMessage | {\"statusMessage\":{\"message\":{\"content\":\"x\"},\"expiryDateTime\":{\"dateTime\":\"2030-01-01T00:00:00\",\"timeZone\":\"Narnia\"}}}",
      })
  void badBodiesAreRefusedAndChangeNothing(String action, String body) {
    String id = http.newUser();
    String before = http.get("/v1.0/users/" + id + "/presence").text();
    Reply reply = act(id, action, body);
    assertEquals(400, reply.status());
    assertEquals(before, http.get("/v1.0/users/" + id + "/presence").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1h",
        "banana",
        "",
        "P",
        "PT",
        "P1M",
        "P1Y",
        "PT+5M",
        "pt5m",
        "PT4M59.999S",
        "PT241M",
        "P1D",
        "-PT5M",
        "PT5M ",
        "5",
        "PT99999999999999999999H",
        "PT٥M"
      })
  void livesThatAreNoDurationOrOutOfRangeAreRefused(String duration) {
    Reply reply = act(http.newUser(), "setPresence", CALL.replace("PT1H", duration));
    assertEquals(400, reply.status());
    assertEquals("InvalidArgument", reply.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT300S", "PT0H5M", "PT4H", "PT240M", "P0DT1H", "PT300.0S"})
  void everySpellingOfALifeWithinTheRangeIsTaken(String duration) {
    assertEquals(200, act(http.newUser(), "setPresence", CALL.replace("PT1H", duration)).status());
  }

  @Test
  void clearingThePreferenceTakesAnEmptyObjectOrNoBody() {
    String path = "/v1.0/users/" + http.newUser() + "/presence/clearUserPreferredPresence";
    assertEquals(200, http.post(path, "{}").status());
    assertEquals(200, http.post(path, "{}").status());
    assertEquals(200, http.send("POST", path, "", "Authorization", "Bearer x").status());
  }

  @Test
  void everyOtherActionNeedsABodyDeclaredToBeJson() {
    String root = "/v1.0/users/" + http.newUser() + "/presence/";
    for (String action :
        List.of("setPresence", "clearPresence", "setUserPreferredPresence", "setStatusMessage")) {
      Reply none = http.send("POST", root + action, "", "Authorization", "Bearer x");
      assertEquals(400, none.status(), action);
      Reply text = http.send("POST", root + action, CALL, "Authorization", "Bearer x");
      assertEquals(415, text.status(), action);
    }
  }

  @Test
  void aNullMessageOrEmptyTextClears() {
    String id = http.newUser();
    for (String clearing :
        List.of(
            "{\"statusMessage\":null}",
            "{\"statusMessage\":{\"message\":null}}",
            "{\"statusMessage\":{\"message\":{\"content\":\"\",\"contentType\":\"text\"}}}")) {
      act(id, "setStatusMessage", "{\"statusMessage\":{\"message\":{\"content\":\"hi\"}}}");
      assertEquals(200, act(id, "setStatusMessage", clearing).status());
      Reply reply = http.get("/v1.0/users/" + id + "/presence");
      assertEquals(true, reply.json().path("statusMessage").isNull());
    }
  }
}
