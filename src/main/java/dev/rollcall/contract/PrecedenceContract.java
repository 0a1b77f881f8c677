package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.SECOND_APP;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.rollcall.target.TargetClock;

/** What shows when several applications have set a session of one user. */
class PrecedenceContract {

  @Check(
      id = "precedence.do-not-disturb-over-busy",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-112",
      needs = {WRITE, SECOND_APP},
      witness = "rank-reversed",
      hint = "is the order DoNotDisturb, Busy, Available, Away?")
  void do_not_disturb_shows_over_busy(Graph graph, User user) {
    requireWinner(graph, user, Pair.PRESENTING, Pair.IN_A_CALL);
  }

  @Check(
      id = "precedence.busy-over-available",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-113",
      needs = {WRITE, SECOND_APP},
      witness = "rank-reversed",
      hint = "is the order DoNotDisturb, Busy, Available, Away?")
  void busy_shows_over_available(Graph graph, User user) {
    requireWinner(graph, user, Pair.IN_A_CALL, Pair.AVAILABLE);
  }

  @Check(
      id = "precedence.available-over-away",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-114",
      needs = {WRITE, SECOND_APP},
      witness = "rank-reversed",
      hint = "is the order DoNotDisturb, Busy, Available, Away?")
  void available_shows_over_away(Graph graph, User user) {
    requireWinner(graph, user, Pair.AVAILABLE, Pair.AWAY);
  }

  @Check(
      id = "precedence.order-of-setting",
      level = MUST,
      basis = DERIVED,
      clause = "S-115",
      needs = {WRITE, SECOND_APP},
      witness = "rank-reversed",
      hint = "does the first or the last session win whatever its state?")
  void the_order_of_setting_does_not_matter(Graph graph, User user) {
    graph.setPresence(user, Session.of(Pair.AWAY).from(graph.otherApp())).is(200);
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.presence(user).shows(Pair.PRESENTING, "set after Away");
  }

  @Check(
      id = "precedence.next-after-clear",
      level = MUST,
      basis = DERIVED,
      clause = "S-116",
      needs = {WRITE, SECOND_APP},
      witness = "clear-removes-all-sessions",
      hint = "are the other sessions kept, or only the winner?")
  void when_the_winner_is_cleared_the_next_shows(Graph graph, User user) {
    requireWinner(graph, user, Pair.PRESENTING, Pair.IN_A_CALL);
    graph.clearPresence(user).is(200);
    graph.presence(user).shows(Pair.IN_A_CALL, "after DoNotDisturb was cleared");
  }

  @Check(
      id = "precedence.next-after-expiry",
      level = MUST,
      basis = DERIVED,
      clause = "S-116",
      needs = {WRITE, SECOND_APP, CLOCK},
      witness = "sessions-never-expire",
      hint = "are the other sessions kept, or only the winner?")
  void when_the_winner_expires_the_next_shows(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.PRESENTING).lasting(ofMinutes(10))).is(200);
    graph
        .setPresence(user, Session.of(Pair.IN_A_CALL).from(graph.otherApp()).lasting(ofHours(1)))
        .is(200);
    clock.advance(ofMinutes(11));
    graph.presence(user).shows(Pair.IN_A_CALL, "after DoNotDisturb expired");
  }

  @Check(
      id = "precedence.one-pair",
      level = MUST,
      basis = DERIVED,
      clause = "S-117",
      needs = {WRITE, SECOND_APP},
      witness = "pair-mixed-from-two-sessions",
      hint = "are availability and activity ranked apart?")
  void availability_and_activity_come_from_one_session(Graph graph, User user) {
    requireWinner(graph, user, Pair.IN_A_CONFERENCE_CALL, Pair.AVAILABLE);
  }

  /** The loser is set last, so that no later session can win merely by being later. */
  private static void requireWinner(Graph graph, User user, Pair winner, Pair loser) {
    graph.setPresence(user, winner).is(200);
    graph.setPresence(user, Session.of(loser).from(graph.otherApp())).is(200);
    graph.presence(user).shows(winner, "over a session " + loser);
  }
}
