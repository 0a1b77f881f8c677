package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FadeAndExpiryTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NANO = Duration.ofNanos(1);

  @ParameterizedTest
  @CsvSource({
    "Available/Available,         PT1H,  PT0S,               Available/Available",
    "Available/Available,         PT1H,  PT4M59.999999999S,  Available/Available",
    "Available/Available,         PT1H,  PT5M,               Available/AvailableInactive",
    "Available/Available,         PT1H,  PT5M0.000000001S,   Available/AvailableInactive",
    "Available/Available,         PT1H,  PT9M59.999999999S,  Available/AvailableInactive",
    "Available/Available,         PT1H,  PT10M,              Away/Away",
    "Available/Available,         PT1H,  PT59M59.999999999S, Away/Away",
    "Available/Available,         PT1H,  PT1H,               Offline/Offline",
    "Available/Available,         PT1H,  PT1H0.000000001S,   Offline/Offline",
    "Available/Available,         PT4H,  PT10M,              Away/Away",
    "Available/Available,         PT7M,  PT6M59.999999999S,  Available/AvailableInactive",
    "Available/Available,         PT7M,  PT7M,               Offline/Offline",
    "Available/Available,         PT5M,  PT4M59.999999999S,  Available/Available",
    "Available/Available,         PT5M,  PT5M,               Offline/Offline",
    "Available/Available,         PT10M, PT10M,              Offline/Offline",
    "Busy/InACall,                PT15M, PT14M59.999999999S, Busy/InACall",
    "Busy/InACall,                PT15M, PT15M,              Offline/Offline",
    "Busy/InAConferenceCall,      PT4H,  PT3H59M59.999999999S, Busy/InAConferenceCall",
    "DoNotDisturb/Presenting,     PT4H,  PT3H59M59.999999999S, DoNotDisturb/Presenting",
    "DoNotDisturb/Presenting,     PT4H,  PT4H,               Offline/Offline",
    "Away/Away,                   PT4H,  PT3H59M59.999999999S, Away/Away",
  })
  void oneSessionFadesAndEnds(String pair, Duration life, Duration after, String shown) {
    new Person().session("a", pair, life).atStartPlus(after).shows(shown);
  }

  @Test
  void renewingBeforeTheFadeKeepsTheState() {
    new Person()
        .session("a", "Available/Available", HOUR)
        .waits(Duration.ofMinutes(5).minus(NANO))
        .session("a", "Available/Available", HOUR)
        .waits(Duration.ofMinutes(5).minus(NANO))
        .shows("Available/Available")
        .waits(NANO)
        .shows("Available/AvailableInactive");
  }

  @Test
  void renewingAfterTheFadeBringsTheStateBackAndRestartsTheExpiry() {
    new Person()
        .session("a", "Available/Available", Duration.ofMinutes(20))
        .waits(Duration.ofMinutes(15))
        .shows("Away/Away")
        .session("a", "Available/Available", Duration.ofMinutes(20))
        .shows("Available/Available")
        .waits(Duration.ofMinutes(20).minus(NANO))
        .shows("Away/Away")
        .waits(NANO)
        .shows("Offline/Offline");
  }

  @Test
  void whatIsShownHoldsUntilTheNextEdge() {
    Person person = new Person().session("a", "Available/Available", HOUR);
    for (Duration edge : new Duration[] {Duration.ofMinutes(5), Duration.ofMinutes(10), HOUR}) {
      Moment before = person.moment();
      assertEquals(Person.START.plus(edge), before.until());
      Visible visible = before.visible();
      person.atStartPlus(edge.minus(NANO));
      assertEquals(visible, person.moment().visible());
      person.atStartPlus(edge);
      assertNotEquals(visible, person.moment().visible());
      assertEquals(Person.START.plus(edge), person.moment().from());
    }
    assertEquals(Instant.MAX, person.moment().until());
  }
}
