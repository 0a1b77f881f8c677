package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** What is written to one user is that user's alone. */
class IsolationContract {

  @Tags({@Tag("isolation"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "isolation.users",
      level = MUST,
      basis = DERIVED,
      clause = {"S-093", "S-134", "S-048"},
      needs = WRITE,
      witness = "read-shows-another-user",
      hint = "is all state kept by the whole id of the user?")
  void two_users_have_states_of_their_own(Graph graph, User user) {
    User neighbour = graph.neighbourOf(user);
    graph.setPresence(neighbour, Pair.IN_A_CALL).is(200);
    graph.setPresence(user, Pair.AVAILABLE).is(200);
    graph.prefer(user, Pair.BE_RIGHT_BACK).is(200);
    graph.setStatusMessage(user, "At the door").is(200);
    graph.setStatusMessage(neighbour, "On the phone").is(200);
    graph.clearPreference(neighbour);
    requireState(graph, neighbour, Pair.IN_A_CALL, "On the phone");
    graph.clearPresence(neighbour).is(200);
    requireState(graph, user, Pair.BE_RIGHT_BACK, "At the door");
  }

  private static void requireState(Graph graph, User user, Pair pair, String text) {
    graph
        .presence(user)
        .reached(
            reply -> {
              reply.shows(pair, "as this user has set it");
              String shown = reply.text("/statusMessage/message/content").orElse("none");
              Deviation.unless(shown.strip().equals(text), "status message '" + text + "'", shown);
            });
  }
}
