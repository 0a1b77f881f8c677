package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The presence that a user prefers to show: clearing it. */
class ClearUserPreferredPresenceContract {

  @Tags({@Tag("clearUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearUserPreferredPresence.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-143",
      needs = WRITE,
      witness = "clearUserPreferredPresence-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body(Graph graph, User user) {
    graph.prefer(user, Pair.AWAY).is(200);
    graph.clearPreference(user).is(200).isEmpty();
  }

  @Tags({@Tag("clearUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "clearUserPreferredPresence.no-body",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-144",
      needs = WRITE,
      witness = "clearUserPreferredPresence-no-body-refused",
      hint = "is a body asked for where there is nothing to say?")
  void it_is_accepted_without_a_body(Graph graph, User user) {
    graph.prefer(user, Pair.AWAY).is(200);
    graph.write(graph.action("clearUserPreferredPresence", user), user).is(200);
  }

  @ResourceLock("me")
  @Tags({@Tag("clearUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "clearUserPreferredPresence.sessions-show",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-145",
      needs = WRITE,
      witness = "preferred-survives-clear",
      hint = "is the preference removed, by each path, and are sessions set meanwhile kept?")
  void afterwards_the_sessions_show_again(Graph graph, User user) {
    Map<User, Pair> states = new LinkedHashMap<>();
    Matrix.over(
        Way.each(graph, "clearUserPreferredPresence", user),
        List.of(Pair.IN_A_CALL, Pair.PRESENTING, Pair.AVAILABLE),
        (way, pair) -> {
          graph.prefer(way.owner(), Pair.AWAY).is(200);
          graph.setPresence(way.owner(), pair).is(200);
          graph.write(way.call(), way.owner()).is(200).isEmpty();
          states.put(way.owner(), pair);
        });
    Reading.shows(graph, states, "of the session, after the preference was cleared");
  }

  @Tags({@Tag("clearUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "clearUserPreferredPresence.nothing-set",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-146",
      needs = WRITE,
      witness = "preferred-clear-of-nothing-refused",
      hint = "is a clear that clears nothing an error?")
  void with_nothing_set_it_succeeds(Graph graph, User user) {
    graph.clearPreference(user).is(200);
  }

  @Tags({@Tag("clearUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearUserPreferredPresence.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = WRITE,
      witness = "clearUserPreferredPresence-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void a_request_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(
        graph.refusals("clearUserPreferredPresence", user), refusal -> refusal.reply().is(401));
  }

  @Tags({@Tag("clearUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "clearUserPreferredPresence.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = WRITE,
      witness = "clearUserPreferredPresence-unknown-user-accepted",
      hint = "is the user looked up at all?")
  void an_unknown_user_is_not_found(Graph graph) {
    graph.clearPreference(new User(UUID.randomUUID().toString())).is(404);
  }
}
