package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionWritesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Optional<Availability> BUSY = Optional.of(Availability.BUSY);
  private static final Optional<Activity> CALL = Optional.of(Activity.IN_A_CALL);

  @Test
  void onlyTheFivePairsCanBeSet() {
    Person person = new Person();
    long taken =
        Pair.every().stream()
            .map(
                pair ->
                    new SetSession(
                        Optional.of("a"),
                        Optional.of(pair.availability()),
                        Optional.of(pair.activity()),
                        Optional.empty()))
            .filter(write -> person.write(write).isEmpty())
            .count();
    assertEquals(5, taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT300S", "PT0H5M", "PT4H", "PT240M"})
  void livesFromFiveMinutesToFourHoursAreTaken(Duration life) {
    new Person().session("a", "Busy/InACall", life).shows("Busy/InACall");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PT4M59.999999999S", "PT4M", "PT0S", "-PT5M", "PT4H0.000000001S", "PT10H", "P1D"})
  void otherLivesAreRefused(Duration life) {
    SetSession write = new SetSession(Optional.of("a"), BUSY, CALL, Optional.of(life));
    assertEquals(Refusal.Kind.INVALID, new Person().refuses(write).kind());
  }

  @Test
  void aSessionThatAskedForNoLifeLivesFiveMinutes() {
    new Person()
        .accepts(new SetSession(Optional.of("a"), BUSY, CALL, Optional.empty()))
        .waits(Duration.ofMinutes(5).minusNanos(1))
        .shows("Busy/InACall")
        .waits(Duration.ofNanos(1))
        .shows("Offline/Offline");
  }

  @Test
  void whatIsMissingIsNamed() {
    Person person = new Person();
    Optional<String> id = Optional.of("a");
    assertEquals(
        "SessionId is required.",
        person.refuses(new SetSession(Optional.empty(), BUSY, CALL, Optional.empty())).sentence());
    assertEquals(
        "Availability is required.",
        person.refuses(new SetSession(id, Optional.empty(), CALL, Optional.empty())).sentence());
    assertEquals(
        "Activity is required.",
        person.refuses(new SetSession(id, BUSY, Optional.empty(), Optional.empty())).sentence());
    assertEquals(
        "SessionId is required.", person.refuses(new ClearSession(Optional.empty())).sentence());
  }

  @Test
  void aClearRemovesThatSessionAndNothingElse() {
    new Person()
        .session("a", "DoNotDisturb/Presenting", HOUR)
        .session("b", "Busy/InACall", HOUR)
        .accepts(new ClearSession(Optional.of("a")))
        .shows("Busy/InACall")
        .accepts(new ClearSession(Optional.of("b")))
        .shows("Offline/Offline");
  }

  @Test
  void aClearLeavesPreferenceAndMessage() {
    new Person()
        .session("a", "Busy/InACall", HOUR)
        .prefers("Away/Away", Optional.empty())
        .says("lunch", Optional.empty())
        .accepts(new ClearSession(Optional.of("a")))
        .showsMessage("lunch")
        .session("a", "Busy/InACall", HOUR)
        .shows("Away/Away");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, other", "PT5M, a", "PT6M, a"})
  void aSessionThatIsNotThereOrHasEndedCannotBeCleared(Duration after, String id) {
    Person person = new Person().session("a", "Busy/InACall", Duration.ofMinutes(5)).waits(after);
    assertEquals(Refusal.Kind.NOT_FOUND, person.refuses(new ClearSession(Optional.of(id))).kind());
  }
}
