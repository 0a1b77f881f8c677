package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/**
 * What time does to a session: it fades, it expires, it can be kept alive. Reads stand half a
 * minute off every edge, so that a slow machine is not taken for a wrong clock, and a clock that is
 * a minute wrong is noticed.
 */
class TimeContract {
  private static final Duration MARGIN = ofSeconds(30);

  /** From half a minute before an edge to half a minute after it. */
  private static final Duration ACROSS = ofMinutes(1);

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.fades-to-inactive",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-101",
      needs = {WRITE, CLOCK},
      witness = "available-never-fades",
      hint = "does the time-out count from the last setPresence of that session?")
  void an_available_session_is_inactive_after_five_minutes(
      Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofHours(1))).is(200);
    clock.advance(ofMinutes(5).minus(MARGIN));
    graph.presence(user).shows(Pair.AVAILABLE, "less than 5 min after it was set");
    clock.advance(ACROSS);
    graph.presence(user).shows(Pair.INACTIVE, "5 min after it was set");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.fades-to-away",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-102",
      needs = {WRITE, CLOCK},
      witness = "fade-stops-at-inactive",
      hint = "is there a second time-out after the first?")
  void an_available_session_is_away_after_ten_minutes(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofHours(1))).is(200);
    clock.advance(ofMinutes(10).minus(MARGIN));
    graph.presence(user).shows(Pair.INACTIVE, "less than 10 min after it was set");
    clock.advance(ACROSS);
    graph.presence(user).shows(Pair.AWAY, "10 min after it was set");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.fades-whatever-the-duration",
      level = MUST,
      basis = OBSERVED,
      clause = "S-103",
      needs = {WRITE, CLOCK},
      witness = "available-never-fades",
      hint = "does expirationDuration keep the session from fading?")
  void a_long_session_fades_all_the_same(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofHours(4))).is(200);
    clock.advance(ofMinutes(5).plus(MARGIN));
    graph.presence(user).shows(Pair.INACTIVE, "5 min into a session of PT4H");
    clock.advance(ofMinutes(5));
    graph.presence(user).shows(Pair.AWAY, "10 min into a session of PT4H");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.others-do-not-fade",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-104", "S-105", "S-106", "S-107"},
      needs = {WRITE, CLOCK},
      witness = "away-fades",
      hint = "does the time-out apply to Available alone?")
  void busy_do_not_disturb_and_away_stay_until_they_expire(Graph graph, TargetClock clock) {
    Crowd crowd =
        Crowd.of(
            graph,
            graph.pairs().listed("setPresence").stream()
                .filter(pair -> !pair.equals(Pair.AVAILABLE))
                .toList());
    crowd.each(
        (pair, user) -> graph.setPresence(user, Session.of(pair).lasting(ofHours(1))).is(200));
    // Between both time-outs, as Away would fade to Away; what has faded stays so until the end.
    clock.advance(ofMinutes(5).plus(MARGIN));
    crowd.shows(UnaryOperator.identity(), "5 min into its PT1H");
    clock.advance(ofMinutes(54));
    crowd.shows(UnaryOperator.identity(), "as long as its PT1H is not over");
    clock.advance(ACROSS);
    crowd.shows(pair -> Pair.OFFLINE, "after its PT1H was over");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.expires",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-107",
      needs = {WRITE, CLOCK},
      witness = "sessions-never-expire",
      hint = "does expiry count from the last setPresence of that session?")
  void an_expired_session_reads_as_offline(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(ofHours(4))).is(200);
    clock.advance(ofHours(4).minus(MARGIN));
    graph.presence(user).shows(Pair.IN_A_CALL, "before the session expires");
    clock.advance(ACROSS);
    graph.presence(user).showsAvailability("Offline", "after the session expired");
  }

  @Tags({@Tag("time"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.expires-to-offline",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-108",
      needs = {WRITE, CLOCK},
      witness = "sessions-never-expire",
      hint = "does an expired session leave its last state behind?")
  void an_only_session_that_expired_leaves_exactly_offline(
      Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofMinutes(8))).is(200);
    clock.advance(ofMinutes(8).minus(MARGIN));
    graph.presence(user).shows(Pair.INACTIVE, "before its PT8M is over");
    clock.advance(ACROSS);
    graph.presence(user).shows(Pair.OFFLINE, "after the only session expired, half faded");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.keep-alive",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-109", "S-101"},
      needs = {WRITE, CLOCK},
      witness = "renewal-keeps-old-fade",
      hint = "does every renewal restart the time-out?")
  void renewing_in_time_keeps_available(Graph graph, User user, TargetClock clock) {
    Session session = Session.of(Pair.AVAILABLE).lasting(ofHours(1));
    graph.setPresence(user, session).is(200);
    for (int renewal = 0; renewal < 2; renewal++) {
      clock.advance(ofMinutes(5).minus(MARGIN));
      graph.setPresence(user, session).is(200);
    }
    clock.advance(ofMinutes(5).minus(MARGIN));
    graph.presence(user).shows(Pair.AVAILABLE, "less than 5 min after it was renewed again");
    clock.advance(ACROSS);
    graph.presence(user).shows(Pair.INACTIVE, "5 min after it was last renewed");
  }

  @Tags({@Tag("time"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.renewal-after-fade",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-110",
      needs = {WRITE, CLOCK},
      witness = "renewal-keeps-old-fade",
      hint = "does a renewal restart the time-out?")
  void renewing_after_the_fade_brings_available_back(Graph graph, User user, TargetClock clock) {
    Session session = Session.of(Pair.AVAILABLE).lasting(ofHours(1));
    graph.setPresence(user, session).is(200);
    clock.advance(ofMinutes(11));
    graph.setPresence(user, session).is(200);
    graph.presence(user).shows(Pair.AVAILABLE, "renewed after it had faded");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.renewal-restarts-expiry",
      level = MUST,
      basis = DERIVED,
      clause = "S-095",
      needs = {WRITE, CLOCK},
      witness = "renewal-keeps-old-expiry",
      hint = "does a renewal restart the expiry?")
  void renewing_restarts_the_expiry(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(ofMinutes(10))).is(200);
    clock.advance(ofMinutes(9));
    graph.setPresence(user, Session.of(Pair.PRESENTING).lasting(ofMinutes(10))).is(200);
    clock.advance(ofMinutes(10).minus(MARGIN));
    graph.presence(user).shows(Pair.PRESENTING, "before PT10M after its renewal are over");
    clock.advance(ACROSS);
    graph.presence(user).showsAvailability("Offline", "PT10M after its renewal");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.renewal-shortens",
      level = MUST,
      basis = DERIVED,
      clause = {"S-095", "S-086"},
      needs = {WRITE, CLOCK},
      witness = "renewal-keeps-later-expiry",
      hint = "does the former expiry stay where the renewal has an earlier one, or none?")
  void a_renewal_without_a_duration_lives_five_minutes(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(ofHours(1))).is(200);
    clock.advance(ofMinutes(1));
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    clock.advance(ofMinutes(5).minus(MARGIN));
    graph.presence(user).shows(Pair.IN_A_CALL, "less than 5 min after its renewal");
    clock.advance(ACROSS);
    graph.presence(user).showsAvailability("Offline", "5 min after its renewal without duration");
  }

  @Tags({@Tag("time"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "time.only-renewal-renews",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-101",
      needs = {WRITE, CLOCK},
      witness = "every-write-renews",
      hint = "does any write to a user count as activity of the session?")
  void a_message_or_preference_does_not_keep_a_session_from_fading(
      Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofHours(1))).is(200);
    clock.advance(ofMinutes(4));
    graph.setStatusMessage(user, "Here").is(200);
    graph.prefer(user, Pair.AWAY).is(200);
    graph.clearPreference(user).is(200);
    clock.advance(ofSeconds(90));
    graph.presence(user).shows(Pair.INACTIVE, "5 min after the session was set");
  }
}
