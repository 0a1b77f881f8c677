package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Bodies;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.node.ObjectNode;

/** The presence that a user prefers to show: setting it. */
class SetUserPreferredPresenceContract {

  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setUserPreferredPresence.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-128",
      needs = WRITE,
      witness = "setUserPreferredPresence-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body(Graph graph, User user) {
    graph.prefer(user, Pair.BUSY).is(200).isEmpty();
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
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
        graph.some(graph.pairs().unlisted("setUserPreferredPresence")),
        pair -> requireRefused(graph, graph.prefer(user, pair)));
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "setUserPreferredPresence.pair-required",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-133",
      needs = WRITE,
      witness = "null-availability-accepted",
      hint = "is a missing member taken for a default?")
  void availability_and_activity_may_be_neither_null_nor_absent(Graph graph, User user) {
    // Of a pair whose halves a careless service could take for defaults.
    List<ObjectNode> bodies =
        Stream.of("availability", "activity")
            .flatMap(
                member -> {
                  ObjectNode absent = Bodies.preference(Pair.AVAILABLE, Optional.empty());
                  absent.remove(member);
                  ObjectNode none = Bodies.preference(Pair.AVAILABLE, Optional.empty());
                  return Stream.of(absent, none.putNull(member));
                })
            .toList();
    Matrix.over(bodies, body -> requireRefused(graph, graph.prefer(user, body)));
  }

  @ResourceLock("me")
  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setUserPreferredPresence.wins",
      level = MUST,
      basis = DOCUMENTED,
      clause = {
        "S-142", "S-134", "S-094", "S-127", "S-128", "S-129", "S-130", "S-131", "S-132", "S-141"
      },
      needs = WRITE,
      witness = "preferred-ignored",
      hint = "is every pair let in, by each path, and the preference looked at before sessions?")
  void every_listed_preference_wins_over_the_strongest_session(Graph graph, User user) {
    List<Way> ways = Way.each(graph, "setUserPreferredPresence", user);
    ways.forEach(way -> graph.setPresence(way.owner(), Pair.PRESENTING).is(200));
    List<Pair> listed = graph.some(graph.pairs().listed("setUserPreferredPresence"));
    for (int done = 0; done < listed.size(); done += ways.size()) {
      Map<User, Pair> states = new LinkedHashMap<>();
      Matrix.over(
          ways,
          listed.subList(done, Math.min(done + ways.size(), listed.size())),
          (way, preferred) -> {
            Call call = way.call().json(Bodies.preference(preferred, Optional.empty()).toString());
            graph.write(call, way.owner()).is(200).isEmpty();
            states.put(way.owner(), preferred);
          });
      Reading.shows(graph, states, "preferred, over a session DoNotDisturb");
    }
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setUserPreferredPresence.needs-session",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-135",
      needs = WRITE,
      witness = "preferred-needs-no-session",
      hint = "does the preference show although nobody is signed in, or no more?")
  void without_a_session_the_user_stays_offline(Graph graph, User user) {
    graph.prefer(user, Pair.BUSY).is(200);
    graph.setPresence(user, Pair.AWAY).is(200);
    graph.clearPresence(user).is(200);
    graph.presence(user).showsAvailability("Offline", "preferred Busy, the session cleared");
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
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
    graph.setPresence(user, Pair.AVAILABLE).is(200);
    graph.presence(user).shows(Pair.DO_NOT_DISTURB, "preferred before the session");
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE")})
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
        graph.refusals("setUserPreferredPresence", user), refusal -> refusal.reply().is(401));
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("SHOULD"), @Tag("WRITE")})
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

  private static void requireRefused(Graph graph, Reply reply) {
    reply.isRefused();
    if (graph.isOurs()) {
      reply.is(400);
    }
  }
}
