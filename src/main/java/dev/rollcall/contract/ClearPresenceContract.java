package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.SECOND_APP;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofMinutes;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An application's session of a user: clearing it. */
class ClearPresenceContract {

  @Tags({@Tag("clearPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-119",
      needs = WRITE,
      witness = "clearPresence-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.clearPresence(user).is(200).isEmpty();
  }

  @ResourceLock("me")
  @Tags({@Tag("clearPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.leaves-offline",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-120",
      needs = WRITE,
      witness = "clear-removes-nothing",
      hint = "is the session removed, by each path, and the read not cached?")
  void clearing_the_only_session_leaves_the_user_offline(Graph graph, User user) {
    Map<User, Pair> states = new LinkedHashMap<>();
    Matrix.over(
        Way.each(graph, "clearPresence", user),
        way -> {
          graph.setPresence(way.owner(), Pair.IN_A_CALL).is(200);
          graph.write(way.call(), way.owner()).is(200).isEmpty();
          states.put(way.owner(), Pair.OFFLINE);
        });
    Reading.shows(graph, states, "after the only session was cleared");
  }

  @Tags({@Tag("clearPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.no-session",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-121",
      needs = WRITE,
      witness = "clear-unknown-session-accepted",
      hint = "is a delete that removes nothing told from one that does?")
  void a_session_that_is_not_there_is_not_found(Graph graph, User user) {
    graph.clearPresence(user).is(404);
  }

  @Tags({@Tag("clearPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.twice",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-122",
      needs = WRITE,
      witness = "clear-unknown-session-accepted",
      hint = "is a delete that removes nothing told from one that does?")
  void a_second_clear_is_not_found(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.clearPresence(user).is(200);
    graph.clearPresence(user).is(404);
  }

  @Tags({@Tag("clearPresence"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "clearPresence.after-expiry",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-123",
      needs = {WRITE, CLOCK},
      witness = "sessions-never-expire",
      hint = "does an expired session count as one until it is swept?")
  void a_session_that_expired_is_not_found(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(ofMinutes(5))).is(200);
    clock.advance(ofMinutes(6));
    graph.clearPresence(user).is(404);
  }

  @Tags({@Tag("clearPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.session-id-required",
      level = MUST,
      basis = OBSERVED,
      clause = "S-124",
      needs = WRITE,
      witness = "session-id-optional",
      hint = "is a missing sessionId taken from the token?")
  void a_request_without_a_session_id_is_refused(Graph graph, User user) {
    Matrix.over(
        List.of("{}", "{\"sessionId\":null}"),
        body ->
            graph
                .send(graph.action("clearPresence", user).json(body))
                .is(400)
                .hasCode("InvalidArgument"));
  }

  @Tags({@Tag("clearPresence"), @Tag("MUST"), @Tag("WRITE"), @Tag("SECOND_APP")})
  @Check(
      id = "clearPresence.leaves-other-sessions",
      level = MUST,
      basis = DERIVED,
      clause = {"S-125", "S-116"},
      needs = {WRITE, SECOND_APP},
      witness = "clear-removes-all-sessions",
      hint = "are sessions keyed by user and application, and all kept beside the winner?")
  void other_applications_sessions_stay(Graph graph, User user) {
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.setPresence(user, Session.of(Pair.IN_A_CALL).from(graph.otherApp())).is(200);
    graph.clearPresence(user).is(200);
    graph.presence(user).shows(Pair.IN_A_CALL, "of another application, the stronger one cleared");
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.clearPresence(user, graph.otherApp()).is(200);
    graph.presence(user).shows(Pair.IN_A_CALL, "of this application, an equal one cleared");
  }

  @Tags({@Tag("clearPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.leaves-the-rest",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-126",
      needs = WRITE,
      witness = "clear-removes-preference",
      hint = "does clearing remove more than the session?")
  void the_preference_and_the_status_message_stay(Graph graph, User user) {
    graph.setStatusMessage(user, "Gone fishing").is(200);
    graph.prefer(user, Pair.BE_RIGHT_BACK).is(200);
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.clearPresence(user).is(200);
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    Reply reply =
        graph.presence(user).shows(Pair.BE_RIGHT_BACK, "preferred before the session was cleared");
    String message = reply.text("/statusMessage/message/content").orElse("none");
    Deviation.unless(message.strip().equals("Gone fishing"), "the status message as set", message);
  }

  @Tags({@Tag("clearPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = WRITE,
      witness = "clearPresence-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void a_request_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(graph.refusals("clearPresence", user), refusal -> refusal.reply().is(401));
  }

  @Tags({@Tag("clearPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = WRITE,
      witness = "clearPresence-unknown-user-accepted",
      hint = "is the user looked up before the session?")
  void an_unknown_user_is_not_found(Graph graph) {
    graph.clearPresence(new User(UUID.randomUUID().toString())).is(404);
  }
}
