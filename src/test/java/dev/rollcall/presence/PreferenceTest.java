package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NANO = Duration.ofNanos(1);
  private static final Optional<Duration> USUAL = Optional.empty();

  @Test
  void aPreferenceBeatsEverySession() {
    new Person()
        .session("a", "DoNotDisturb/Presenting", HOUR)
        .prefers("Available/Available", USUAL)
        .shows("Available/Available")
        .waits(Duration.ofMinutes(30))
        .shows("Available/Available");
  }

  @Test
  void aPreferenceNeedsASessionAndWaitsForOne() {
    new Person()
        .prefers("Busy/Busy", USUAL)
        .shows("Offline/Offline")
        .waits(HOUR)
        .session("a", "Away/Away", HOUR)
        .shows("Busy/Busy")
        .waits(HOUR)
        .shows("Offline/Offline");
  }

  @ParameterizedTest
  @CsvSource({
    "DoNotDisturb/DoNotDisturb, P1D",
    "Busy/Busy, P1D",
    "Available/Available, P7D",
    "BeRightBack/BeRightBack, P7D",
    "Away/Away, P7D",
    "Offline/OffWork, P7D",
  })
  void aPreferenceLivesAsLongAsItsAvailabilitySays(String pair, Duration life) {
    new Person()
        .prefers(pair, USUAL)
        .waits(life.minus(HOUR))
        .session("a", "Busy/InACall", HOUR.plus(HOUR))
        .waits(HOUR.minus(NANO))
        .shows(pair)
        .waits(NANO)
        .shows("Busy/InACall");
  }

  @Test
  void aLifeThatWasAskedForCounts() {
    new Person()
        .session("a", "Busy/InACall", HOUR)
        .prefers("Away/Away", Optional.of(Duration.ofMinutes(1)))
        .waits(Duration.ofMinutes(1).minus(NANO))
        .shows("Away/Away")
        .waits(NANO)
        .shows("Busy/InACall");
  }

  @Test
  void aLifeLongerThanTheCalendarHasNoEnd() {
    new Person()
        .prefers("Away/Away", Optional.of(Duration.ofSeconds(Long.MAX_VALUE)))
        .waits(Duration.ofDays(40_000))
        .session("a", "Busy/InACall", HOUR)
        .shows("Away/Away");
  }

  @Test
  void aSecondPreferenceReplacesTheFirstAndItsEnd() {
    new Person()
        .session("a", "Busy/InACall", HOUR)
        .prefers("Away/Away", Optional.of(Duration.ofMinutes(1)))
        .prefers("BeRightBack/BeRightBack", Optional.of(Duration.ofMinutes(3)))
        .waits(Duration.ofMinutes(2))
        .shows("BeRightBack/BeRightBack");
  }

  @Test
  void clearingShowsTheSessionsAgainAndMayBeRepeated() {
    new Person()
        .session("a", "Busy/InACall", HOUR)
        .prefers("Away/Away", USUAL)
        .accepts(new ClearPreference())
        .shows("Busy/InACall")
        .accepts(new ClearPreference());
  }

  @Test
  void onlyTheSixPairsCanBePreferred() {
    Person person = new Person();
    long taken =
        Pair.every().stream()
            .map(
                pair ->
                    new SetPreference(
                        Optional.of(pair.availability()), Optional.of(pair.activity()), USUAL))
            .filter(write -> person.write(write).isEmpty())
            .count();
    assertEquals(6, taken);
  }
}
