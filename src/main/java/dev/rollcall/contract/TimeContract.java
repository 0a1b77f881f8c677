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

import dev.rollcall.target.TargetClock;
import java.util.List;

/**
 * What time does to a session: it fades, it expires, it can be kept alive. Reads stand at least
 * half a minute off every edge, so that a slow machine is not taken for a wrong clock.
 */
class TimeContract {

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
    clock.advance(ofMinutes(4));
    graph.presence(user).shows(Pair.AVAILABLE, "4 min after it was set");
    clock.advance(ofSeconds(61));
    graph.presence(user).shows(Pair.INACTIVE, "5 min after it was set");
  }

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
    clock.advance(ofMinutes(9));
    graph.presence(user).shows(Pair.INACTIVE, "9 min after it was set");
    clock.advance(ofSeconds(61));
    graph.presence(user).shows(Pair.AWAY, "10 min after it was set");
  }

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
    clock.advance(ofMinutes(11));
    graph.presence(user).shows(Pair.AWAY, "11 min into a session of PT4H");
  }

  @Check(
      id = "time.others-do-not-fade",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-104", "S-105", "S-106"},
      needs = {WRITE, CLOCK},
      witness = "busy-fades",
      hint = "does the time-out apply to Available alone?")
  void busy_do_not_disturb_and_away_stay_until_they_expire(
      Graph graph, User user, TargetClock clock) {
    Matrix.over(
        List.of(Pair.IN_A_CALL, Pair.PRESENTING, Pair.AWAY),
        pair -> {
          graph.setPresence(user, Session.of(pair).lasting(ofHours(1))).is(200);
          clock.advance(ofMinutes(59));
          graph.presence(user).shows(pair, "59 min into a session of PT1H");
        });
  }

  @Check(
      id = "time.expires",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-107",
      needs = {WRITE, CLOCK},
      witness = "sessions-never-expire",
      hint = "does expiry count from the last setPresence of that session?")
  void an_expired_session_reads_as_offline(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(ofMinutes(15))).is(200);
    clock.advance(ofMinutes(14));
    graph.presence(user).shows(Pair.IN_A_CALL, "14 min into a session of PT15M");
    clock.advance(ofSeconds(61));
    graph.presence(user).showsAvailability("Offline", "after a session of PT15M expired");
  }

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
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofHours(1))).is(200);
    clock.advance(ofMinutes(61));
    graph.presence(user).shows(Pair.OFFLINE, "after the only session expired");
  }

  @Check(
      id = "time.keep-alive",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-109",
      needs = {WRITE, CLOCK},
      witness = "renewal-keeps-old-fade",
      hint = "does a renewal restart the time-out?")
  void renewing_in_time_keeps_available(Graph graph, User user, TargetClock clock) {
    Session session = Session.of(Pair.AVAILABLE).lasting(ofHours(1));
    graph.setPresence(user, session).is(200);
    clock.advance(ofMinutes(4));
    graph.setPresence(user, session).is(200);
    clock.advance(ofMinutes(4));
    graph.presence(user).shows(Pair.AVAILABLE, "4 min after it was renewed");
  }

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

  @Check(
      id = "time.renewal-restarts-expiry",
      level = MUST,
      basis = DERIVED,
      clause = "S-095",
      needs = {WRITE, CLOCK},
      witness = "renewal-keeps-old-expiry",
      hint = "does a renewal restart the expiry?")
  void renewing_restarts_the_expiry(Graph graph, User user, TargetClock clock) {
    Session session = Session.of(Pair.IN_A_CALL).lasting(ofMinutes(10));
    graph.setPresence(user, session).is(200);
    clock.advance(ofMinutes(9));
    graph.setPresence(user, session).is(200);
    clock.advance(ofMinutes(9));
    graph.presence(user).shows(Pair.IN_A_CALL, "9 min after a session of PT10M was renewed");
  }
}
