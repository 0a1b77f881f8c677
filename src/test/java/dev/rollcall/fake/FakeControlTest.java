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
