package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Bodies;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A write that is refused leaves the state alone. Which requests are refused, and how, is for other
 * checks; what a target of somebody else accepts here is undone and not held against it. The state
 * that has to show is that of before, so where reads lag only the settled one counts: its status is
 * asked for first.
 */
class RefusedWritesContract {
  private static final String CUT = "{\"cut";

  /** A request that deserves a refusal, told by what is wrong with it. */
  private record Wrong(Call call) {

    @Override
    public String toString() {
      return call.authorized()
          ? new String(call.body(), StandardCharsets.UTF_8)
          : "without a token";
    }
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.refused-leaves-state",
      level = MUST,
      basis = DERIVED,
      clause = "S-093",
      needs = WRITE,
      witness = "refused-write-changes-state",
      hint = "is the request judged whole before the session is written?")
  void a_refused_set_presence_leaves_the_session(Graph graph, User user) {
    // All ask for the strongest state, so that a session under any id would show.
    Session strong = Session.of(Pair.PRESENTING);
    Call action = graph.action("setPresence", user);
    ObjectNode nameless = strong.json(graph.app());
    nameless.remove("sessionId");
    Runnable restore = () -> graph.setPresence(user, Pair.AWAY).is(200);
    restore.run();
    sendAll(
        graph,
        user,
        restore,
        List.of(
            action.json(Session.of(Pair.DO_NOT_DISTURB).json(graph.app()).toString()),
            action.json(strong.lasting("PT1M").json(graph.app()).toString()),
            action.json(nameless.toString()),
            action.json(strong.json(graph.app()).put("activity", 7).toString()),
            action.json(CUT),
            action.json(strong.json(graph.app()).toString()).anonymous()));
    graph.presence(user).is(200).shows(Pair.AWAY, "set before the requests that were refused");
  }

  @Tags({@Tag("clearPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "clearPresence.refused-leaves-state",
      level = MUST,
      basis = DERIVED,
      clause = {"S-125", "S-126"},
      needs = WRITE,
      witness = "refused-write-ends-sessions",
      hint = "does a clear that does not find its session clear another?")
  void a_refused_clear_presence_leaves_everything(Graph graph, User user) {
    Call action = graph.action("clearPresence", user);
    graph.setStatusMessage(user, "Still here").is(200);
    graph.prefer(user, Pair.BE_RIGHT_BACK).is(200);
    Runnable restore = () -> graph.setPresence(user, Pair.IN_A_CALL).is(200);
    restore.run();
    sendAll(
        graph,
        user,
        restore,
        List.of(
            action.json("{}"),
            action.json("{\"sessionId\":\"" + UUID.randomUUID() + "\"}"),
            action.json(CUT),
            action.json("{\"sessionId\":\"" + graph.app() + "\"}").anonymous()));
    String when = "preferred, with a session, before the requests that were refused";
    requireText(graph.presence(user).is(200).shows(Pair.BE_RIGHT_BACK, when), "Still here");
  }

  @Tags({@Tag("setUserPreferredPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setUserPreferredPresence.refused-leaves-state",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-134",
      needs = WRITE,
      witness = "refused-write-changes-state",
      hint = "is the request judged whole before the preference is written or cleared?")
  void what_is_refused_leaves_the_former_preference(Graph graph, User user) {
    Call clear = graph.action("clearUserPreferredPresence", user);
    Call action = graph.action("setUserPreferredPresence", user);
    ObjectNode other = Bodies.preference(Pair.AVAILABLE, Optional.empty());
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    Runnable restore = () -> graph.prefer(user, Pair.BE_RIGHT_BACK).is(200);
    restore.run();
    sendAll(
        graph,
        user,
        restore,
        List.of(
            action.json(Bodies.preference(Pair.PRESENTING, Optional.empty()).toString()),
            action.json(other.deepCopy().put("activity", 7).toString()),
            action.json(Bodies.preference(Pair.AVAILABLE, Optional.of("banana")).toString()),
            action.json(CUT),
            action.json(other.toString()).anonymous(),
            clear.json(CUT),
            clear.json("{}").anonymous()));
    graph
        .presence(user)
        .is(200)
        .shows(Pair.BE_RIGHT_BACK, "preferred before the requests that were refused");
  }

  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setStatusMessage.refused-leaves-state",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-048",
      needs = WRITE,
      witness = "refused-write-changes-state",
      hint = "is the request judged whole before the message is written?")
  void a_refused_message_leaves_the_former(Graph graph, User user) {
    Call action = graph.action("setStatusMessage", user);
    ObjectNode other = Bodies.message("Another", Optional.empty());
    Runnable restore = () -> graph.setStatusMessage(user, "The first").is(200);
    restore.run();
    sendAll(
        graph,
        user,
        restore,
        List.of(
            action.json("{}"),
            action.json(with(other, "/statusMessage/message", "contentType", "\"html\"")),
            action.json(with(other, "/statusMessage/message", "content", "7")),
            action.json(
                with(other, "/statusMessage", "expiryDateTime", "{\"dateTime\":\"tomorrow\"}")),
            action.json(CUT),
            action.json(other.toString()).anonymous()));
    requireText(graph.presence(user), "The first");
  }

  private static String with(ObjectNode body, String pointer, String member, String json) {
    ObjectNode changed = body.deepCopy();
    ((ObjectNode) changed.at(pointer)).set(member, JsonMapper.shared().readTree(json));
    return changed.toString();
  }

  /** Sends what should be refused, each time undoing what was accepted. */
  private static void sendAll(Graph graph, User user, Runnable restore, List<Call> calls) {
    Matrix.over(
        graph.some(calls).stream().map(Wrong::new).toList(),
        wrong -> {
          Reply reply = graph.write(wrong.call(), user);
          if (reply.answer().status() / 100 == 2) {
            restore.run();
          }
          if (graph.isOurs()) {
            reply.isRefused();
          }
        });
  }

  private static void requireText(Reply reply, String text) {
    String shown = reply.is(200).text("/statusMessage/message/content").orElse("none");
    Deviation.unless(shown.strip().equals(text), "status message '" + text + "'", shown);
  }
}
