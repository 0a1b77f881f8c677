package dev.rollcall.contract.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.contract.model.Subject.App;
import dev.rollcall.definition.Combination;
import dev.rollcall.definition.Definition;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle against tables written by hand. Times are minutes since the beginning. */
class OracleTest {
  private static final Tables TABLES = Tables.of(Definition.bundled("v1.0"));

  private final Oracle strict = new Oracle(TABLES, true);
  private final Oracle lenient = new Oracle(TABLES, false);

  @ParameterizedTest(name = "a session of {0} for {1} shows {3} after {2} min")
  @CsvSource({
    "Available/Available, PT1H, 0, Available/Available",
    "Available/Available, PT1H, 3, Available/Available",
    "Available/Available, PT1H, 4, Available/Available or Available/AvailableInactive",
    "Available/Available, PT1H, 5, Available/Available or Available/AvailableInactive",
    "Available/Available, PT1H, 7, Available/AvailableInactive",
    "Available/Available, PT1H, 10, Available/AvailableInactive or Away/Away",
    "Available/Available, PT1H, 12, Away/Away",
    "Available/Available, PT1H, 58, Away/Away",
    "Available/Available, PT1H, 60, Away/Away or Offline/Offline",
    "Available/Available, PT1H, 62, Offline/Offline",
    "Available/Available, , 5, Available/Available or Available/AvailableInactive or Offline/Offline",
    "Available/Available, , 7, Offline/Offline",
    "Busy/InACall, PT15M, 12, Busy/InACall",
    "Busy/InACall, PT15M, 17, Offline/Offline",
    "Busy/InACall, , 3, Busy/InACall",
    "Busy/InACall, , 7, Offline/Offline",
    "Away/Away, PT4H, 238, Away/Away",
    "DoNotDisturb/Presenting, PT4H, 242, Offline/Offline"
  })
  void oneSessionOverTime(String pair, Duration life, int minutes, String shown) {
    setSession(strict, App.OWN, pair, Optional.ofNullable(life), 0);
    assertEquals(shown, pairs(strict, minutes));
  }

  @ParameterizedTest(name = "sessions {0} and {1} show {2}")
  @CsvSource({
    "DoNotDisturb/Presenting, Busy/InACall, DoNotDisturb/Presenting",
    "Busy/InACall, DoNotDisturb/Presenting, DoNotDisturb/Presenting",
    "Busy/InACall, Available/Available, Busy/InACall",
    "Away/Away, Available/Available, Available/Available",
    "Away/Away, Busy/InAConferenceCall, Busy/InAConferenceCall",
    "Busy/InACall, Busy/InAConferenceCall, Busy/InACall or Busy/InAConferenceCall",
    "Away/Away, Away/Away, Away/Away"
  })
  void ofTwoSessionsTheStrongerShowsAndOfEqualsEither(String own, String other, String shown) {
    setSession(strict, App.OWN, own, hours(1), 0);
    setSession(strict, App.OTHER, other, hours(1), 0);
    assertEquals(shown, pairs(strict, 1));
  }

  @Test
  void whenTheStrongerIsClearedTheOtherShows() {
    setSession(strict, App.OWN, "DoNotDisturb/Presenting", hours(1), 0);
    setSession(strict, App.OTHER, "Available/Available", hours(1), 0);
    assertEquals(Optional.empty(), strict.clearSession(App.OWN, 200, at(1)));
    assertEquals("Available/Available", pairs(strict, 1));
    assertEquals(Optional.empty(), strict.clearSession(App.OTHER, 200, at(1)));
    assertEquals("Offline/Offline", pairs(strict, 1));
  }

  @Test
  void aSessionThatFadedMayCountAsAwayOrAsAvailableWhereOnlyAShouldTells() {
    for (Oracle oracle : new Oracle[] {strict, lenient}) {
      setSession(oracle, App.OWN, "Available/Available", hours(1), 0);
      setSession(oracle, App.OTHER, "Available/Available", hours(1), 12);
    }
    assertEquals("Available/Available", pairs(strict, 12));
    assertEquals("Available/Available or Away/Away", pairs(lenient, 12));
  }

  @Test
  void aRenewalRestartsBothClocks() {
    setSession(strict, App.OWN, "Available/Available", hours(1), 0);
    setSession(strict, App.OWN, "Available/Available", hours(1), 50);
    assertEquals("Available/Available", pairs(strict, 52));
    assertEquals("Away/Away", pairs(strict, 100));
    assertEquals("Offline/Offline", pairs(strict, 112));
  }

  @Test
  void aPreferenceShowsWithASessionAndIsOfflineWithout() {
    prefer(strict, "Available/Available", Optional.empty(), 0);
    assertEquals("Offline/any", pairs(strict, 0));
    setSession(strict, App.OWN, "DoNotDisturb/Presenting", hours(1), 0);
    assertEquals("Available/Available", pairs(strict, 30));
    prefer(strict, "Offline/OffWork", Optional.empty(), 30);
    assertEquals("Offline/OffWork", pairs(strict, 30));
    assertEquals(Optional.empty(), strict.clearPreference(200, at(30)));
    assertEquals("DoNotDisturb/Presenting", pairs(strict, 30));
  }

  @ParameterizedTest(name = "{0} is preferred for {1} h")
  @CsvSource({
    "Busy/Busy, 24",
    "DoNotDisturb/DoNotDisturb, 24",
    "Available/Available, 168",
    "BeRightBack/BeRightBack, 168",
    "Away/Away, 168",
    "Offline/OffWork, 168"
  })
  void aPreferenceHasADefaultLife(String pair, int hours) {
    prefer(strict, pair, Optional.empty(), 0);
    int end = 60 * hours;
    setSession(strict, App.OWN, "Busy/InACall", hours(1), end - 10);
    assertEquals(pair, pairs(strict, end - 2));
    assertEquals(pair + " or Busy/InACall", pairs(strict, end));
    assertEquals("Busy/InACall", pairs(strict, end + 2));
  }

  @Test
  void aRefusedWriteLeavesTheStateAloneAndOneThatWasTakenMakesItUnknown() {
    setSession(strict, App.OWN, "Busy/InACall", hours(1), 0);
    Combination unlisted = pair("Busy/InAMeeting");
    assertEquals(
        Optional.empty(), strict.setSession(App.OWN, unlisted, Optional.empty(), 409, at(0)));
    assertEquals(
        Optional.of("a refusal (4xx)"),
        strict.setSession(App.OWN, unlisted, Optional.empty(), 500, at(0)));
    assertEquals(
        Optional.empty(), strict.setSession(App.OWN, pair("Away/Away"), hours(10), 400, at(0)));
    assertEquals("Busy/InACall", pairs(strict, 0));
    assertEquals(Optional.empty(), strict.prefer(unlisted, Optional.empty(), 200, at(0)));
    assertEquals("", pairs(strict, 0));
  }

  @Test
  void listedWritesHaveToBeTakenAndClearsOfWhatIsThere() {
    Optional<String> status = Optional.of("status 200");
    assertEquals(
        status, strict.setSession(App.OWN, pair("Away/Away"), Optional.empty(), 400, at(0)));
    assertEquals(status, strict.prefer(pair("Busy/Busy"), hours(8), 400, at(0)));
    assertEquals(Optional.empty(), strict.prefer(pair("Busy/Busy"), hours(1), 400, at(0)));
    assertEquals(status, strict.say("hello", Optional.empty(), 404, at(0)));
    assertEquals(Optional.empty(), strict.clearSession(App.OWN, 404, at(0)));
    assertEquals(Optional.empty(), strict.clearSession(App.OWN, 200, at(0)));
    assertEquals(Optional.empty(), strict.clearPreference(404, at(0)));
    setSession(strict, App.OWN, "Away/Away", hours(1), 0);
    prefer(strict, "Busy/Busy", hours(8), 0);
    assertEquals(status, strict.clearPreference(404, at(1)));
    assertEquals(status, strict.clearSession(App.OWN, 404, at(1)));
  }

  @Test
  void aMessageShowsUntilItEnds() {
    assertEquals("", texts(strict, 0), "what was there before is not known");
    assertEquals(Optional.empty(), strict.say("hello", hours(1), 200, at(0)));
    assertEquals("[hello]", texts(strict, 58));
    assertEquals("[hello] or []", texts(strict, 60));
    assertEquals("[]", texts(strict, 62));
    assertEquals(Optional.empty(), strict.say("for good", Optional.empty(), 200, at(70)));
    assertEquals("[for good]", texts(strict, 100_000));
  }

  /** S-126, S-136, S-140, S-141, S-145, S-154 and S-156 are no MUST. */
  @Test
  void whereOnlyAShouldTellsBothAreRight() {
    setSession(lenient, App.OWN, "Busy/InACall", hours(1), 0);
    prefer(lenient, "Away/Away", hours(8), 0);
    assertEquals("Away/Away", pairs(lenient, 0));
    assertEquals(Optional.empty(), lenient.clearPreference(200, at(1)));
    assertEquals("Away/Away or Offline/any or Busy/InACall", pairs(lenient, 1));
    setSession(lenient, App.OWN, "Busy/InACall", hours(1), 2);
    assertEquals("Away/Away or Busy/InACall", pairs(lenient, 2));
    assertEquals(Optional.empty(), lenient.say("hello", hours(1), 200, at(3)));
    assertEquals("[hello] or []", texts(lenient, 70));
  }

  @Test
  void howLongARequestTookIsNotTakenForTheClocksFault() {
    setSession(strict, App.OWN, "Busy/InACall", Optional.empty(), 0);
    var slow = new Moment(Duration.ZERO, Duration.ofMinutes(6));
    assertEquals("Busy/InACall or Offline/Offline", join(strict, slow));
  }

  private static void setSession(
      Oracle oracle, App app, String pair, Optional<Duration> life, int minute) {
    assertEquals(Optional.empty(), oracle.setSession(app, pair(pair), life, 200, at(minute)));
  }

  private static void prefer(Oracle oracle, String pair, Optional<Duration> life, int minute) {
    assertEquals(Optional.empty(), oracle.prefer(pair(pair), life, 200, at(minute)));
  }

  private static String pairs(Oracle oracle, int minute) {
    return join(oracle, at(minute));
  }

  private static String join(Oracle oracle, Moment now) {
    return oracle.pairs(now).stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  private static String texts(Oracle oracle, int minute) {
    return oracle.texts(at(minute)).stream()
        .map(text -> "[" + text + "]")
        .collect(Collectors.joining(" or "));
  }

  private static Moment at(int minute) {
    return new Moment(Duration.ofMinutes(minute), Duration.ofMinutes(minute));
  }

  private static Optional<Duration> hours(int count) {
    return Optional.of(Duration.ofHours(count));
  }

  private static Combination pair(String text) {
    String[] halves = text.split("/");
    return new Combination(halves[0], halves[1]);
  }
}
