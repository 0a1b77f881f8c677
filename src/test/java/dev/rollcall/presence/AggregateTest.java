package dev.rollcall.presence;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NANO = Duration.ofNanos(1);

  @Test
  void withoutSessionAPersonIsOffline() {
    new Person().shows("Offline/Offline");
  }

  @ParameterizedTest
  @CsvSource({
    "DoNotDisturb/Presenting, Busy/InACall",
    "DoNotDisturb/Presenting, Available/Available",
    "DoNotDisturb/Presenting, Away/Away",
    "Busy/InACall, Available/Available",
    "Busy/InAConferenceCall, Away/Away",
    "Available/Available, Away/Away",
  })
  void theStrongerSessionShowsInEitherOrder(String stronger, String weaker) {
    new Person().session("a", stronger, HOUR).session("b", weaker, HOUR).shows(stronger);
    new Person().session("a", weaker, HOUR).session("b", stronger, HOUR).shows(stronger);
  }

  @Test
  void theLatestOfEquallyStrongSessionsShows() {
    new Person()
        .session("a", "Busy/InACall", HOUR)
        .session("b", "Busy/InAConferenceCall", HOUR)
        .shows("Busy/InAConferenceCall")
        .session("a", "Busy/InACall", HOUR)
        .shows("Busy/InACall");
  }

  @Test
  void theNextRankShowsWhenTheWinnerEnds() {
    new Person()
        .session("a", "DoNotDisturb/Presenting", Duration.ofMinutes(5))
        .session("b", "Busy/InACall", Duration.ofMinutes(10))
        .session("c", "Away/Away", HOUR)
        .atStartPlus(Duration.ofMinutes(5).minus(NANO))
        .shows("DoNotDisturb/Presenting")
        .waits(NANO)
        .shows("Busy/InACall")
        .atStartPlus(Duration.ofMinutes(10))
        .shows("Away/Away")
        .atStartPlus(HOUR)
        .shows("Offline/Offline");
  }

  @Test
  void aSessionFadedToAwayLosesToAnAvailableOne() {
    new Person()
        .session("a", "Available/Available", HOUR)
        .waits(Duration.ofMinutes(10))
        .session("b", "Available/Available", HOUR)
        .session("c", "Away/Away", HOUR)
        .shows("Available/Available");
  }

  @Test
  void aFadedSessionThatIsStillAvailableBeatsAway() {
    new Person()
        .session("a", "Available/Available", HOUR)
        .session("b", "Away/Away", HOUR)
        .waits(Duration.ofMinutes(5))
        .shows("Available/AvailableInactive");
  }
}
