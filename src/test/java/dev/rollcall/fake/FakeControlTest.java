package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.call.FakeRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeControlTest {
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");

  private final PresenceFake fake =
      PresenceFake.start(FakeOptions.defaults().withUsers(5).withClock(InstantSource.fixed(START)));
  private final FakeControl control = fake.control();
  private final Http http = Http.to(fake.baseUrl());
  private final String anna = fake.namedUsers().get(0);

  @AfterEach
  void stop() {
    fake.close();
  }

  private String pair() {
    return http.get("/v1.0/users/" + anna + "/presence").pair();
  }

  @Test
  void itSaysWhatPeopleDo() {
    control.set(anna, "Busy", "InACall");
    assertEquals("Busy/InACall", pair());
    control.clear(anna);
    control.meeting(anna, Duration.ofMinutes(30));
    assertEquals("Busy/InAMeeting", pair());
    control.reset();
    assertEquals("Offline/Offline", pair());
    String newcomer = control.addUsers(1).get(0);
    assertEquals(200, http.get("/v1.0/users/" + newcomer + "/presence").status());
  }

  @Test
  void itEndsAMeeting() {
    control.meeting(anna, Duration.ofMinutes(30));
    control.endMeeting(anna);
    assertEquals("Offline/Offline", pair());
  }

  @Test
  void itSaysWhoIsOutOfOffice() {
    control.outOfOffice(anna, "Back on Monday");
    assertEquals(
        "{\"message\":\"Back on Monday\",\"isOutOfOffice\":true}", shown("outOfOfficeSettings"));
    control.backInOffice(anna);
    assertEquals("{\"message\":null,\"isOutOfOffice\":false}", shown("outOfOfficeSettings"));
  }

  @Test
  void itSaysWherePeopleWork() {
    control.workLocation(anna, "remote");
    assertEquals("\"remote\"", workLocationType());
    control.noWorkLocation(anna);
    assertEquals("\"unspecified\"", workLocationType());
  }

  private String shown(String property) {
    return http.get("/v1.0/users/" + anna + "/presence").json().path(property).toString();
  }

  private String workLocationType() {
    return http.get("/v1.0/users/" + anna + "/presence")
        .json()
        .path("workLocation")
        .path("workLocationType")
        .toString();
  }

  @Test
  void itAddsPeopleAndRemovesThem() {
    String id = "00000000-0000-4000-8000-000000000001";
    assertEquals(
        List.of(id),
        control.addUsersOfJson(
            "{\"users\":[{\"id\":\""
                + id
                + "\",\"presence\":{\"availability\":\"Away\",\"activity\":\"Away\"}}]}"));
    String csv = control.addUsersOfCsv("id,displayName,availability,activity\n,Zoë\n").get(0);
    assertEquals("Away/Away", http.get("/v1.0/users/" + id + "/presence").pair());
    assertEquals(200, http.get("/v1.0/users/" + csv + "/presence").status());
    control.removeUsers(id, csv);
    assertEquals(404, http.get("/v1.0/users/" + id + "/presence").status());
    assertEquals(404, http.get("/v1.0/users/" + csv + "/presence").status());
  }

  @Test
  void itThrottles() {
    control.throttle(1, Duration.ofSeconds(30));
    assertEquals(200, http.get("/v1.0/me/presence").status());
    assertEquals(429, http.get("/v1.0/me/presence").status());
    control.throttle();
    assertEquals(200, http.get("/v1.0/me/presence").status());
    control.throttle("read-api");
    assertTrue(http.admin("GET", "throttle", "").text().contains("read-api"));
  }

  @Test
  void itLetsReadsLag() {
    control.settle(Duration.ofHours(1));
    control.set(anna, "Busy", "InACall");
    assertEquals("Offline/Offline", pair());
    control.settle(Duration.ZERO);
    assertEquals("Busy/InACall", pair());
  }

  @Test
  void itMovesTheClock() {
    assertEquals(START, control.clock().freeze());
    assertEquals(START.plusSeconds(60), control.clock().advance(Duration.ofMinutes(1)));
    assertEquals(START.plusSeconds(90), control.clock().moveTo(START.plusSeconds(90)));
    assertEquals(START.plusSeconds(90), control.clock().goOn());
    assertEquals(START.plusSeconds(90), control.clock().now());
  }

  @Test
  void itBringsAWorldBack() {
    control.set(anna, "Away", "Away");
    String snapshot = control.snapshot();
    control.clear(anna);
    control.clock().advance(Duration.ofHours(1));
    control.restore(snapshot);
    assertEquals("Away/Away", pair());
  }

  @Test
  void itSwitchesFaultsAndLatency() {
    control.faults("getPresence-server-error");
    assertEquals(500, http.get("/v1.0/me/presence").status());
    control.faultPlan("{\"active\":[{\"id\":\"getPresence-server-error\",\"next\":1}]}");
    assertEquals(500, http.get("/v1.0/me/presence").status());
    assertEquals(200, http.get("/v1.0/me/presence").status());
    control.latency(Duration.ofMillis(5));
    assertEquals("{\"fixed\":\"PT0.005S\"}", http.admin("GET", "latency", "").text());
    control.latency(Duration.ZERO, Duration.ofMillis(1));
    control.lognormalLatency(Duration.ofMillis(1), 0.1);
    assertTrue(http.admin("GET", "latency", "").text().contains("lognormal"));
    String ofOne = "{\"fixed\":\"5ms\",\"operation\":\"getPresence\"}";
    control.latencyPlan(ofOne);
    assertEquals(ofOne, http.admin("GET", "latency", "").text());
  }

  @Test
  void itTellsOfRequests() {
    http.get("/v1.0/me/presence");
    assertEquals(
        List.of(
            new FakeRequest(START, "GET", "/v1.0/me/presence", 200, Optional.of("getPresence"))),
        control.requests());
  }

  @Test
  void badInputIsOneSentence() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> control.set("nobody", "Busy", "InACall"))
            .getMessage()
            .startsWith("'user' is nobody's id;"));
    assertThrows(IllegalArgumentException.class, () -> control.restore("{"));
    assertThrows(
        IllegalArgumentException.class, () -> control.clock().advance(Duration.ofSeconds(-1)));
  }
}
