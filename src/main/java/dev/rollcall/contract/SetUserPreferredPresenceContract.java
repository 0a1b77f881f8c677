package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The presence that a user prefers to show: setting it. */
class SetUserPreferredPresenceContract {

  @Check(
      id = "setUserPreferredPresence.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-128",
      needs = WRITE,
      witness = "setUserPreferredPresence-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body_on_every_path(Graph graph, User user) {
    Matrix.over(
        graph.calls("setUserPreferredPresence", user), call -> graph.send(call).is(200).isEmpty());
  }

  @Check(
      id = "setUserPreferredPresence.listed-pairs",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-127", "S-128", "S-129", "S-130", "S-131", "S-132"},
      needs = WRITE,
      witness = "preferred-pair-offline-off-work-refused",
      hint = "is the table of allowed pairs that of preferences, not of sessions?")
  void every_listed_pair_is_accepted(Graph graph, User user) {
    Matrix.over(
        graph.allowedPairs("setUserPreferredPresence"), pair -> graph.prefer(user, pair).is(200));
  }

  @Check(
      id = "setUserPreferredPresence.unlisted-pairs",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-133",
      needs = WRITE,
      witness = "any-preferred-pair-accepted",
      hint = "is the table of allowed pairs that of preferences, not of sessions?")
  void pairs_that_are_not_listed_are_refused(Graph graph, User user) {
    Matrix.over(
        List.of(Pair.IN_A_CALL, Pair.OFFLINE, Pair.PRESENTING),
        pair -> graph.prefer(user, pair).isRefused());
  }

  @Check(
      id = "setUserPreferredPresence.wins",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-142", "S-134", "S-094"},
      needs = WRITE,
      witness = "preferred-ignored",
      hint = "is the preference looked at before the sessions are ranked?")
  void a_preference_wins_over_every_session(Graph graph, User user) {
    graph.prefer(user, Pair.AVAILABLE).is(200);
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.presence(user).shows(Pair.AVAILABLE, "preferred, over a session DoNotDisturb");
  }

  @Check(
      id = "setUserPreferredPresence.needs-session",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-135",
      needs = WRITE,
      witness = "preferred-needs-no-session",
      hint = "does the preference show although nobody is signed in?")
  void without_a_session_the_user_stays_offline(Graph graph, User user) {
    graph.prefer(user, Pair.BUSY).is(200);
    graph.presence(user).showsAvailability("Offline", "preferred Busy, but no session");
  }

  @Check(
      id = "setUserPreferredPresence.waits-for-session",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-136",
      needs = WRITE,
      witness = "preferred-forgotten-without-session",
      hint = "is a preference that is set without a session kept?")
  void a_later_session_makes_the_preference_visible(Graph graph, User user) {
    graph.prefer(user, Pair.DO_NOT_DISTURB).is(200);
    graph.presence(user).showsAvailability("Offline", "before any session");
    graph.setPresence(user, Pair.AVAILABLE).is(200);
    graph.presence(user).shows(Pair.DO_NOT_DISTURB, "preferred before the session");
  }

  @Check(
      id = "setUserPreferredPresence.one-day",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-137",
      needs = {WRITE, CLOCK},
      witness = "preferred-default-one-hour",
      hint = "is the default life taken from the preferred availability?")
  void busy_and_do_not_disturb_last_a_day(Graph graph, User user, TargetClock clock) {
    Matrix.over(
        List.of(Pair.BUSY, Pair.DO_NOT_DISTURB),
        pair -> requireLife(graph, user, clock, pair, ofDays(1)));
  }

  @Check(
      id = "setUserPreferredPresence.seven-days",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-138",
      needs = {WRITE, CLOCK},
      witness = "preferred-default-one-hour",
      hint = "is the default life taken from the preferred availability?")
  void all_other_states_last_seven_days(Graph graph, User user, TargetClock clock) {
    requireLife(graph, user, clock, Pair.BE_RIGHT_BACK, ofDays(7));
  }

  @Check(
      id = "setUserPreferredPresence.expires",
      level = SHOULD,
      basis = DERIVED,
      clause = {"S-140", "S-139"},
      needs = {WRITE, CLOCK},
      witness = "preferred-never-expires",
      hint = "does the preference outlive its expirationDuration?")
  void after_its_expiry_the_sessions_show_again(Graph graph, User user, TargetClock clock) {
    graph.prefer(user, Pair.BUSY, Optional.of(ofHours(8))).is(200);
    clock.advance(ofHours(8).plusSeconds(30));
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.presence(user).shows(Pair.PRESENTING, "after a preference of PT8H expired");
  }

  @Check(
      id = "setUserPreferredPresence.replaces",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-141",
      needs = WRITE,
      witness = "preferred-not-replaced",
      hint = "is the former preference written over?")
  void a_new_preference_replaces_the_old_one(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.prefer(user, Pair.DO_NOT_DISTURB).is(200);
    graph.prefer(user, Pair.AWAY).is(200);
    graph.presence(user).shows(Pair.AWAY, "preferred last");
  }

  @Check(
      id = "setUserPreferredPresence.renews",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-141",
      needs = {WRITE, CLOCK},
      witness = "preferred-keeps-old-expiry",
      hint = "does a second preference start a life of its own?")
  void a_new_preference_has_an_expiry_of_its_own(Graph graph, User user, TargetClock clock) {
    graph.prefer(user, Pair.BUSY, Optional.of(ofHours(1))).is(200);
    graph.prefer(user, Pair.BUSY, Optional.of(ofHours(8))).is(200);
    clock.advance(ofHours(2));
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.presence(user).shows(Pair.BUSY, "preferred for PT8H, two hours ago");
  }

  @Check(
      id = "setUserPreferredPresence.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = WRITE,
      witness = "setUserPreferredPresence-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void a_request_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(
        graph.calls("setUserPreferredPresence", user),
        call -> graph.send(call.anonymous()).is(401));
  }

  @Check(
      id = "setUserPreferredPresence.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = WRITE,
      witness = "setUserPreferredPresence-unknown-user-accepted",
      hint = "does writing create the user?")
  void an_unknown_user_is_not_found(Graph graph) {
    graph.prefer(new User(UUID.randomUUID().toString()), Pair.BUSY).is(404);
  }

  /** Sessions live four hours at most, so one is set anew before each read. */
  private static void requireLife(
      Graph graph, User user, TargetClock clock, Pair preferred, Duration life) {
    graph.prefer(user, preferred).is(200);
    clock.advance(life.minus(ofMinutes(10)));
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.presence(user).shows(preferred, "10 min before its default life of " + life + " ends");
    clock.advance(ofMinutes(11));
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.presence(user).shows(Pair.IN_A_CALL, "after the default life of " + life + " ended");
  }
}
