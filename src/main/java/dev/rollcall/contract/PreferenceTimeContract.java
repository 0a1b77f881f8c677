package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.rollcall.contract.ask.Bodies;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** How long a preferred presence holds. Reads stand half a minute off every edge. */
class PreferenceTimeContract {
  private static final Duration MARGIN = ofSeconds(30);

  /** From half a minute before an edge to half a minute after it. */
  private static final Duration ACROSS = ofMinutes(1);

  private static final List<String> OF_ONE_DAY = List.of("Busy", "DoNotDisturb");

  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setUserPreferredPresence.one-day",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-137",
      needs = {WRITE, CLOCK},
      witness = "preferred-default-one-hour",
      hint = "is the default life taken from the preferred availability?")
  void busy_and_do_not_disturb_last_a_day(Graph graph, TargetClock clock) {
    requireLife(graph, clock, true, ofDays(1));
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setUserPreferredPresence.seven-days",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-138",
      needs = {WRITE, CLOCK},
      witness = "preferred-default-one-hour",
      hint = "is the default life taken from the preferred availability?")
  void all_other_states_last_seven_days(Graph graph, TargetClock clock) {
    requireLife(graph, clock, false, ofDays(7));
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setUserPreferredPresence.expires",
      level = SHOULD,
      basis = DERIVED,
      clause = {"S-140", "S-139"},
      needs = {WRITE, CLOCK},
      witness = "preferred-never-expires",
      hint = "is expirationDuration read, and counted from the call?")
  void after_its_expiry_the_sessions_show_again(Graph graph, TargetClock clock) {
    // The shorter life begins when so much of the longer one is left: both end at once.
    Map<Pair, String> lives = new LinkedHashMap<>();
    lives.put(Pair.BE_RIGHT_BACK, "P1D");
    lives.put(Pair.BUSY, "PT8H");
    Crowd crowd = Crowd.of(graph, List.copyOf(lives.keySet()));
    crowd.each(
        (preferred, user) -> {
          Duration life = Duration.parse(lives.get(preferred));
          clock.advance(ofDays(1).minus(life));
          graph
              .prefer(user, Bodies.preference(preferred, Optional.of(lives.get(preferred))))
              .is(200);
        });
    clock.advance(ofHours(8).minus(MARGIN));
    crowd.each((preferred, user) -> graph.setPresence(user, Pair.PRESENTING).is(200));
    crowd.shows(UnaryOperator.identity(), "before its life of " + lives + " ends");
    clock.advance(ACROSS);
    crowd.shows(preferred -> Pair.PRESENTING, "after its life of " + lives + " ended");
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setUserPreferredPresence.renews",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-141",
      needs = {WRITE, CLOCK},
      witness = "preferred-keeps-old-expiry",
      hint = "does a new preference start a life of its own, be it longer or shorter?")
  void a_new_preference_has_an_expiry_of_its_own(Graph graph, User user, TargetClock clock) {
    graph.prefer(user, Pair.BUSY, Optional.of(ofHours(1))).is(200);
    graph.prefer(user, Pair.BUSY).is(200);
    graph.prefer(user, Pair.BUSY, Optional.of(ofHours(8))).is(200);
    requireEnd(graph, user, clock, Pair.BUSY, ofHours(8));
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setUserPreferredPresence.outlives-session",
      level = SHOULD,
      basis = DERIVED,
      clause = {"S-136", "S-135", "S-092"},
      needs = {WRITE, CLOCK},
      witness = "preferred-ends-with-sessions",
      hint = "is the preference dropped together with the last session?")
  void a_preference_outlives_the_session_that_expires(Graph graph, User user, TargetClock clock) {
    graph.prefer(user, Pair.BE_RIGHT_BACK).is(200);
    graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(ofMinutes(5))).is(200);
    clock.advance(ofMinutes(6));
    graph.presence(user).showsAvailability("Offline", "preferred, but the session has expired");
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.presence(user).shows(Pair.BE_RIGHT_BACK, "preferred before the last session expired");
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setUserPreferredPresence.does-not-fade",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-134", "S-145", "S-102"},
      needs = {WRITE, CLOCK},
      witness = "preferred-fades",
      hint = "does the time-out apply to the session alone, and go on behind a preference?")
  void a_preference_stays_while_the_session_behind_it_fades(
      Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofHours(1))).is(200);
    graph.prefer(user, Pair.AVAILABLE).is(200);
    clock.advance(ofMinutes(11));
    graph.presence(user).shows(Pair.AVAILABLE, "preferred, over a session that faded");
    graph.clearPreference(user).is(200);
    graph.presence(user).shows(Pair.AWAY, "of the session, which faded behind the preference");
  }

  /** Sessions live four hours at most, so they are set when the preference is about to end. */
  private static void requireLife(Graph graph, TargetClock clock, boolean oneDay, Duration life) {
    Crowd crowd =
        Crowd.of(
            graph,
            graph.some(
                graph.pairs().listed("setUserPreferredPresence").stream()
                    .filter(pair -> OF_ONE_DAY.contains(pair.availability()) == oneDay)
                    .toList()));
    crowd.each((preferred, user) -> graph.prefer(user, preferred).is(200));
    clock.advance(life.minus(MARGIN));
    crowd.each((preferred, user) -> graph.setPresence(user, Pair.IN_A_CALL).is(200));
    crowd.shows(UnaryOperator.identity(), "before its default life of " + life + " ends");
    clock.advance(ACROSS);
    crowd.shows(preferred -> Pair.IN_A_CALL, "after the default life of " + life + " ended");
  }

  private static void requireEnd(
      Graph graph, User user, TargetClock clock, Pair preferred, Duration life) {
    clock.advance(life.minus(MARGIN));
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.presence(user).shows(preferred, "before a preference of " + life + " ends");
    clock.advance(ACROSS);
    graph.presence(user).shows(Pair.PRESENTING, "after a preference of " + life + " ended");
  }
}
