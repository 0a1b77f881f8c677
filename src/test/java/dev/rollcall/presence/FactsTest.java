package dev.rollcall.presence;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  private static final Rules RULES = Rules.documented();
  private static final Instant T = Instant.parse("2026-11-24T10:00:00.123456789Z");
  private static final Facts NOTHING = Facts.unknown(T);

  private static final State AVAILABLE = new State("Available", "Available");
  private static final State IN_A_CALL = new State("Busy", "InACall");
  private static final State PRESENTING = new State("DoNotDisturb", "Presenting");
  private static final State AWAY = new State("Away", "Away");
  private static final State BUSY = new State("Busy", "Busy");

  @Test
  void withoutAnythingAUserIsOffline() {
    assertEquals(State.OFFLINE, at(NOTHING, Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({
    // availability, activity, life, moment, shown
    "Available, Available, PT1H, PT0S, Available/Available",
    "Available, Available, PT1H, PT4M59.999999999S, Available/Available",
    "Available, Available, PT1H, PT5M, Available/AvailableInactive",
    "Available, Available, PT1H, PT9M59.999999999S, Available/AvailableInactive",
    "Available, Available, PT1H, PT10M, Away/Away",
    "Available, Available, PT1H, PT59M59.999999999S, Away/Away",
    "Available, Available, PT1H, PT1H, Offline/Offline",
    "Available, Available, PT4H, PT10M, Away/Away",
    // time-out and expiry at the same moment: expiry wins
    "Available, Available, PT5M, PT4M59.999999999S, Available/Available",
    "Available, Available, PT5M, PT5M, Offline/Offline",
    "Available, Available, PT10M, PT10M, Offline/Offline",
    "Busy, InACall, PT15M, PT14M59.999999999S, Busy/InACall",
    "Busy, InACall, PT15M, PT15M, Offline/Offline",
    "Busy, InAConferenceCall, PT4H, PT3H59M59.999999999S, Busy/InAConferenceCall",
    "DoNotDisturb, Presenting, PT1H, PT59M59.999999999S, DoNotDisturb/Presenting",
    "DoNotDisturb, Presenting, PT1H, PT1H, Offline/Offline",
    "Away, Away, PT1H, PT59M59.999999999S, Away/Away",
    "Away, Away, PT1H, PT1H, Offline/Offline",
  })
  void aSessionShowsByItsAge(
      String availability, String activity, Duration life, Duration moment, String shown) {
    Facts facts = NOTHING.set("app", new State(availability, activity), life, T, RULES);
    assertEquals(shown, at(facts, moment).toString());
  }

  @Test
  void aSessionHoldsOnAHalfOpenInterval() {
    Facts facts = NOTHING.set("app", IN_A_CALL, ofMinutes(5), T, RULES);
    assertTrue(facts.hasSession("app", T, RULES));
    assertTrue(facts.hasSession("app", T.plus(ofMinutes(5)).minusNanos(1), RULES));
    assertFalse(facts.hasSession("app", T.plus(ofMinutes(5)), RULES));
  }

  @ParameterizedTest
  @CsvSource({
    "DoNotDisturb, Presenting, Busy, InACall, DoNotDisturb/Presenting",
    "DoNotDisturb, Presenting, Available, Available, DoNotDisturb/Presenting",
    "DoNotDisturb, Presenting, Away, Away, DoNotDisturb/Presenting",
    "Busy, InACall, Available, Available, Busy/InACall",
    "Busy, InACall, Away, Away, Busy/InACall",
    "Available, Available, Away, Away, Available/Available",
  })
  void theHigherRankShowsInWhicheverOrder(
      String oneAvailability, String oneActivity, String two, String twoActivity, String shown) {
    State first = new State(oneAvailability, oneActivity);
    State second = new State(two, twoActivity);
    assertEquals(shown, at(both(first, second), Duration.ZERO).toString());
    assertEquals(shown, at(both(second, first), Duration.ZERO).toString());
  }

  @Test
  void ofEqualRanksTheOneSetLastShows() {
    State conference = new State("Busy", "InAConferenceCall");
    assertEquals(conference, at(both(IN_A_CALL, conference), Duration.ZERO));
    assertEquals(IN_A_CALL, at(both(conference, IN_A_CALL), Duration.ZERO));
  }

  @Test
  void aFadedSessionRanksAsAway() {
    Facts facts =
        NOTHING
            .set("one", AVAILABLE, ofHours(1), T, RULES)
            .set("two", AVAILABLE, ofHours(1), T.plus(ofMinutes(8)), RULES);
    assertEquals(AVAILABLE, at(facts, ofMinutes(11)));
    assertEquals(State.INACTIVE, at(facts, ofMinutes(13)));
  }

  @Test
  void renewingRestartsStateFadeAndExpiry() {
    Facts facts =
        NOTHING
            .set("app", AVAILABLE, ofMinutes(30), T, RULES)
            .set("app", AVAILABLE, ofMinutes(30), T.plus(ofMinutes(20)), RULES);
    assertEquals(AVAILABLE, at(facts, ofMinutes(20)));
    assertEquals(State.INACTIVE, at(facts, ofMinutes(25)));
    assertEquals(AWAY, at(facts, ofMinutes(49)));
    assertEquals(State.OFFLINE, at(facts, ofMinutes(50)));
  }

  @Test
  void clearingRemovesThatSessionAndNothingElse() {
    Facts facts =
        both(PRESENTING, IN_A_CALL).prefer(BUSY, Optional.empty(), T, RULES).clear("one", T, RULES);
    assertFalse(facts.hasSession("one", T, RULES));
    assertTrue(facts.hasSession("two", T, RULES));
    assertTrue(facts.hasPreference(T, RULES));
  }

  @ParameterizedTest
  @CsvSource({
    "Busy, Busy, P1D",
    "DoNotDisturb, DoNotDisturb, P1D",
    "Available, Available, P7D",
    "BeRightBack, BeRightBack, P7D",
    "Away, Away, P7D",
    "Offline, OffWork, P7D",
  })
  void aPreferenceLivesItsDefaultLifeToTheNanosecond(String one, String two, Duration life) {
    Facts facts = NOTHING.prefer(new State(one, two), Optional.empty(), T, RULES);
    assertTrue(facts.hasPreference(T.plus(life).minusNanos(1), RULES));
    assertFalse(facts.hasPreference(T.plus(life), RULES));
  }

  @Test
  void aPreferenceWinsOnlyWhileThereIsASession() {
    Facts preferred = NOTHING.prefer(AVAILABLE, Optional.of(ofHours(8)), T, RULES);
    assertEquals(State.OFFLINE, at(preferred, Duration.ZERO));
    Facts withSession = preferred.set("app", PRESENTING, ofMinutes(30), T, RULES);
    assertEquals(AVAILABLE, at(withSession, ofMinutes(29)));
    assertEquals(State.OFFLINE, at(withSession, ofMinutes(30)));
    assertEquals(PRESENTING, at(withSession.clearPreference(T, RULES), Duration.ZERO));
  }

  @Test
  void outOfOfficeShowsInTheActivityOfAvailableAlone() {
    var away = new OutOfOffice(true, Optional.of("Back on Monday"));
    Facts facts = NOTHING.outOfOffice(away, T, RULES);
    assertEquals(State.OFFLINE, at(facts, Duration.ZERO));
    assertTrue(facts.at(T, RULES).outOfOffice().isOutOfOffice());
    assertEquals(
        "Available/OutOfOffice",
        at(facts.set("app", AVAILABLE, ofHours(1), T, RULES), Duration.ZERO).toString());
    assertEquals(IN_A_CALL, at(facts.set("app", IN_A_CALL, ofHours(1), T, RULES), Duration.ZERO));
  }

  @Test
  void aStatusMessageLapsesAtItsExpiry() {
    Instant expiry = T.plus(ofHours(1));
    var message = new StatusMessage("Lunch", "text", Optional.of(expiry), T);
    Facts facts = NOTHING.say(Optional.of(message), T, RULES);
    assertEquals(Optional.of(message), facts.at(expiry.minusNanos(1), RULES).message());
    assertEquals(Optional.empty(), facts.at(expiry, RULES).message());
  }

  @Test
  void theStampGrowsWithEachVisibleChangeAndOnlyWithThose() {
    long start = NOTHING.at(T, RULES).stamp();
    Facts set = NOTHING.set("app", IN_A_CALL, ofHours(1), T, RULES);
    assertEquals(start + 1, set.at(T, RULES).stamp());
    Facts again = set.set("app", IN_A_CALL, ofHours(1), T, RULES);
    assertEquals(start + 1, again.at(T, RULES).stamp());
    Facts hidden = again.set("two", AWAY, ofHours(1), T, RULES);
    assertEquals(start + 1, hidden.at(T, RULES).stamp());
    Facts cleared = hidden.clear("app", T, RULES);
    assertEquals(start + 2, cleared.at(T, RULES).stamp());
  }

  @Test
  void timeAloneMovesTheStampAtEachEdge() {
    Facts facts = NOTHING.set("app", AVAILABLE, ofHours(1), T, RULES);
    long set = facts.at(T, RULES).stamp();
    for (Duration edge : List.of(ofMinutes(5), ofMinutes(10), ofHours(1))) {
      Instant moment = T.plus(edge);
      assertTrue(facts.at(moment.minusNanos(1), RULES).stamp() < facts.at(moment, RULES).stamp());
      assertEquals(Stamps.at(moment), facts.at(moment, RULES).stamp());
    }
    assertTrue(facts.at(T.plus(ofDays(9)), RULES).stamp() > set);
  }

  @Test
  void aStampIsALetterAndTenDigits() {
    assertEquals(
        "A0129311063",
        new Presence(AWAY, Optional.empty(), OutOfOffice.NO, 129311063, T).sequenceNumber());
    assertEquals(129311063, Stamps.at(Instant.parse("2024-02-05T15:44:23Z")));
  }

  @Test
  void whatShowsHoldsUntilTheNextEdge() {
    Facts facts =
        NOTHING
            .set("app", AVAILABLE, ofHours(1), T, RULES)
            .prefer(BUSY, Optional.of(ofMinutes(7)), T, RULES);
    assertEquals(T.plus(ofMinutes(5)), facts.at(T, RULES).until());
    assertEquals(T.plus(ofMinutes(7)), facts.at(T.plus(ofMinutes(5)), RULES).until());
    assertEquals(T.plus(ofMinutes(10)), facts.at(T.plus(ofMinutes(7)), RULES).until());
    assertEquals(T.plus(ofHours(1)), facts.at(T.plus(ofMinutes(10)), RULES).until());
    assertEquals(Instant.MAX, facts.at(T.plus(ofHours(1)), RULES).until());
  }

  @Test
  void aReadChangesNothing() {
    Facts facts = both(AVAILABLE, IN_A_CALL);
    Facts same = both(AVAILABLE, IN_A_CALL);
    facts.at(T.plus(ofHours(2)), RULES);
    assertEquals(same, facts);
  }

  private static Facts both(State first, State second) {
    return NOTHING.set("one", first, ofHours(1), T, RULES).set("two", second, ofHours(1), T, RULES);
  }

  private static State at(Facts facts, Duration after) {
    return facts.at(T.plus(after), RULES).state();
  }
}
