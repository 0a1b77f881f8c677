package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.node.ObjectNode;

/** An application's session of a user: setting it. */
class SetPresenceContract {
  /** Seen refused. */
  private static final List<Pair> REFUSED =
      List.of(
          Pair.BUSY,
          Pair.DO_NOT_DISTURB,
          Pair.OFFLINE,
          Pair.OFF_WORK,
          new Pair("Available", "InACall"));

  /** What only a calendar brings about; a request for it may also be accepted without effect. */
  private static final List<Pair> CALENDARS =
      List.of(new Pair("Busy", "InAMeeting"), new Pair("Available", "OutOfOffice"));

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-080",
      needs = WRITE,
      witness = "setPresence-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200).isEmpty();
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.listed-pairs",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-069", "S-070", "S-071", "S-072", "S-073"},
      needs = WRITE,
      witness = "session-pair-do-not-disturb-presenting-refused",
      hint = "is the table of allowed pairs complete?")
  void every_listed_pair_is_accepted(Graph graph, User user) {
    Matrix.over(graph.pairs().listed("setPresence"), pair -> graph.setPresence(user, pair).is(200));
  }

  @ResourceLock("me")
  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.shows",
      level = MUST,
      basis = DERIVED,
      clause = {"S-093", "S-092"},
      needs = WRITE,
      witness = "set-presence-changes-nothing",
      hint = "does the write, by each of its paths, reach the state that reads come from?")
  void the_next_read_shows_the_pair_that_was_set(Graph graph, User user) {
    Map<User, Pair> states = new LinkedHashMap<>();
    Matrix.over(
        Way.each(graph, "setPresence", user),
        List.of(Pair.IN_A_CONFERENCE_CALL, Pair.AWAY, Pair.PRESENTING),
        (way, pair) -> {
          if (way.call().path().startsWith("/me/")) {
            graph.clearPreference(way.owner());
          }
          Call call = way.call().json(Session.of(pair).json(graph.app()).toString());
          graph.write(call, way.owner()).is(200).isEmpty();
          states.put(way.owner(), pair);
        });
    Reading.shows(graph, states, "as set last");
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.unlisted-pairs",
      level = MUST,
      basis = OBSERVED,
      clause = {"S-074", "S-075", "S-076", "S-079"},
      needs = WRITE,
      witness = "any-pair-accepted",
      hint = "are availability and activity checked as a pair, or each alone?")
  void pairs_that_are_not_listed_are_refused(Graph graph, User user) {
    Matrix.over(graph.some(REFUSED), pair -> graph.setPresence(user, pair).is(400));
  }

  @Tags({@Tag("setPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "setPresence.table-is-closed",
      level = SHOULD,
      basis = OBSERVED,
      clause = {"S-074", "S-075", "S-076", "S-079"},
      needs = WRITE,
      witness = "session-pair-be-right-back-be-right-back-accepted",
      hint = "is the table of allowed pairs that of sessions, not of preferences or reads?")
  void no_pair_beside_the_listed_ones_is_accepted(Graph graph, User user) {
    Matrix.over(
        graph.some(
            graph.pairs().unlisted("setPresence").stream()
                .filter(pair -> !REFUSED.contains(pair) && !CALENDARS.contains(pair))
                .toList()),
        pair -> {
          Reply reply = graph.setPresence(user, pair).isRefused();
          if (graph.isOurs()) {
            reply.is(400);
          }
        });
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.calendar-states",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-077", "S-078"},
      needs = WRITE,
      witness = "any-pair-accepted",
      hint = "are pairs that only a calendar can bring about let through?")
  void a_meeting_or_absence_cannot_be_brought_about(Graph graph, User user) {
    Matrix.over(
        CALENDARS,
        pair -> {
          graph.setPresence(user, pair);
          String activity = graph.presence(user).is(200).text("/activity").orElse("");
          Deviation.unless(
              !Pair.pascal(activity).equals(pair.activity()),
              "an activity other than " + pair.activity(),
              activity);
        });
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.session-id-required",
      level = MUST,
      basis = OBSERVED,
      clause = "S-087",
      needs = WRITE,
      witness = "session-id-optional",
      hint = "is a missing sessionId taken from the token, and is the missing member named?")
  void a_request_without_a_session_id_is_refused(Graph graph, User user) {
    Matrix.over(
        List.of(without(graph, "sessionId"), body(graph).putNull("sessionId")),
        body -> {
          Reply reply = graph.setPresence(user, body).is(400).hasCode("InvalidArgument");
          String message = reply.text("/error/message").orElse("");
          Deviation.unless(
              message.toLowerCase(Locale.ROOT).contains("sessionid"),
              "a message that names SessionId",
              message);
        });
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.pair-required",
      level = MUST,
      basis = DERIVED,
      clause = {"S-088", "S-089"},
      needs = WRITE,
      witness = "null-availability-accepted",
      hint = "is a missing member taken for a default?")
  void availability_and_activity_may_be_neither_null_nor_absent(Graph graph, User user) {
    List<ObjectNode> bodies =
        List.of(
            without(graph, "availability"),
            without(graph, "activity"),
            body(graph).putNull("availability"),
            body(graph).putNull("activity"));
    Matrix.over(
        bodies,
        body -> {
          Reply reply = graph.setPresence(user, body).isRefused();
          if (graph.isOurs()) {
            reply.is(400);
          }
        });
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.replaces",
      level = MUST,
      basis = DERIVED,
      clause = {"S-095", "S-096"},
      needs = WRITE,
      witness = "renewal-keeps-old-pair",
      hint = "is the session found again by its application, and written over?")
  void a_second_call_of_an_application_replaces_its_session(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    // To our fake two spellings of an id are one id.
    String app = graph.isOurs() ? graph.app().toUpperCase(Locale.ROOT) : graph.app();
    graph.setPresence(user, Session.of(Pair.AWAY).from(app)).is(200);
    graph.presence(user).shows(Pair.AWAY, "after Busy/InACall of the same application");
  }

  @Tags({@Tag("setPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "setPresence.appears-offline",
      level = SHOULD,
      basis = OBSERVED,
      clause = {"S-247", "S-097"},
      needs = WRITE,
      witness = "preferred-loses-to-stronger-session",
      hint = "does a session override the preference Offline/OffWork?")
  void who_appears_offline_stays_so(Graph graph, User user) {
    graph.prefer(user, Pair.OFF_WORK).is(200);
    // That stronger sessions lose too is among what every preference is tried against.
    graph.setPresence(user, Pair.AVAILABLE).is(200);
    graph.presence(user).showsAvailability("Offline", "while Offline/OffWork is preferred");
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = WRITE,
      witness = "setPresence-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void a_request_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(graph.refusals("setPresence", user), refusal -> refusal.reply().is(401));
  }

  @Tags({@Tag("setPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "setPresence.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = WRITE,
      witness = "setPresence-unknown-user-accepted",
      hint = "does writing create the user?")
  void an_unknown_user_is_not_found(Graph graph) {
    graph.setPresence(new User(UUID.randomUUID().toString()), Pair.IN_A_CALL).is(404);
  }

  /** Of a pair whose halves a careless service could take for defaults. */
  private static ObjectNode body(Graph graph) {
    return Session.of(Pair.AVAILABLE).json(graph.app());
  }

  private static ObjectNode without(Graph graph, String member) {
    ObjectNode body = body(graph);
    body.remove(member);
    return body;
  }
}
