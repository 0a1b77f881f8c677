package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofMinutes;

import dev.rollcall.target.TargetClock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** An application's session of a user: setting it. */
class SetPresenceContract {
  /** What only a calendar brings about; a request for it may also be accepted without effect. */
  private static final List<String> CALENDARS = List.of("InAMeeting", "OutOfOffice");

  @Check(
      id = "setPresence.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-080",
      needs = WRITE,
      witness = "setPresence-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body_on_every_path(Graph graph, User user) {
    Matrix.over(graph.calls("setPresence", user), call -> graph.send(call).is(200).isEmpty());
  }

  @Check(
      id = "setPresence.listed-pairs",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-069", "S-070", "S-071", "S-072", "S-073"},
      needs = WRITE,
      witness = "session-pair-do-not-disturb-presenting-refused",
      hint = "is the table of allowed pairs complete?")
  void every_listed_pair_is_accepted(Graph graph, User user) {
    Matrix.over(graph.allowedPairs("setPresence"), pair -> graph.setPresence(user, pair).is(200));
  }

  @Check(
      id = "setPresence.shows",
      level = MUST,
      basis = DERIVED,
      clause = {"S-093", "S-092"},
      needs = WRITE,
      witness = "set-presence-changes-nothing",
      hint = "does the write, by each of its paths, reach the state that reads come from?")
  void the_next_read_shows_the_pair_that_was_set(Graph graph, User user) {
    Matrix.over(
        graph.calls("setPresence", user),
        List.of(Pair.IN_A_CONFERENCE_CALL, Pair.AWAY, Pair.PRESENTING),
        (call, pair) -> {
          User owner = graph.owner(call, user);
          if (!owner.equals(user)) {
            graph.clearPreference(owner);
          }
          graph.send(call.json(Session.of(pair).json(graph.app()).toString())).is(200);
          graph.presence(owner).shows(pair, "as set last");
        });
  }

  @Check(
      id = "setPresence.unlisted-pairs",
      level = MUST,
      basis = OBSERVED,
      clause = {"S-074", "S-075", "S-076", "S-079"},
      needs = WRITE,
      witness = "any-pair-accepted",
      hint = "are availability and activity checked as a pair, or each alone?")
  void pairs_that_are_not_listed_are_refused(Graph graph, User user) {
    Matrix.over(
        List.of(
            Pair.BUSY,
            Pair.DO_NOT_DISTURB,
            Pair.OFFLINE,
            Pair.OFF_WORK,
            new Pair("Available", "InACall")),
        pair -> graph.setPresence(user, pair).is(400));
  }

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
        graph.unlistedPairs("setPresence").stream()
            .filter(pair -> !CALENDARS.contains(pair.activity()))
            .toList(),
        pair -> {
          Reply reply = graph.setPresence(user, pair).isRefused();
          if (graph.isOurs()) {
            reply.is(400);
          }
        });
  }

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
        List.of(new Pair("Busy", "InAMeeting"), new Pair("Available", "OutOfOffice")),
        pair -> {
          graph.setPresence(user, pair);
          String activity = graph.presence(user).is(200).text("/activity").orElse("");
          Deviation.unless(
              !Pair.pascal(activity).equals(pair.activity()),
              "an activity other than " + pair.activity(),
              activity);
        });
  }

  @Check(
      id = "setPresence.shortest-and-longest",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-081", "S-082"},
      needs = WRITE,
      witness = "longest-duration-refused",
      hint = "are both ends of the range inside, and PT240M the same as PT4H?")
  void durations_at_both_ends_are_accepted(Graph graph, User user) {
    Matrix.over(
        List.of("PT5M", "PT4H", "PT240M"),
        duration -> graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(duration)).is(200));
  }

  @Check(
      id = "setPresence.durations-out-of-range",
      level = MUST,
      basis = OBSERVED,
      clause = {"S-083", "S-084"},
      needs = WRITE,
      witness = "any-duration-accepted",
      hint = "is the duration checked against 5 minutes and 4 hours?")
  void durations_beyond_the_ends_are_refused(Graph graph, User user) {
    Matrix.over(
        List.of("PT4M", "PT4M59S", "PT4H1S", "PT241M", "PT10H"),
        duration -> {
          Session session = Session.of(Pair.IN_A_CALL).lasting(duration);
          Reply reply = graph.setPresence(user, session).is(400);
          if (duration.equals("PT4M")) {
            reply.hasCode("InvalidArgument");
          }
        });
  }

  @Check(
      id = "setPresence.durations-unreadable",
      level = MUST,
      basis = OBSERVED,
      clause = "S-085",
      needs = WRITE,
      witness = "unreadable-duration-accepted",
      hint = "is a duration that cannot be read taken for none?")
  void what_is_no_duration_is_refused(Graph graph, User user) {
    Matrix.over(
        List.of("1h", "banana"),
        text -> graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(text)).is(400));
  }

  @Check(
      id = "setPresence.default-expiry",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-086",
      needs = {WRITE, CLOCK},
      witness = "default-expiry-10-minutes",
      hint = "is the default used when expirationDuration is left out, whatever the state?")
  void without_a_duration_a_session_lives_five_minutes(Graph graph, TargetClock clock) {
    Crowd crowd = Crowd.of(graph, TimeContract.lasting(graph));
    crowd.each((pair, user) -> graph.setPresence(user, pair).is(200));
    clock.advance(ofMinutes(5).minusSeconds(30));
    crowd.shows(UnaryOperator.identity(), "less than 5 min after it was set without duration");
    clock.advance(ofMinutes(1));
    crowd.shows(pair -> Pair.OFFLINE, "5 min after it was set without duration");
  }

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
    graph.presence(user).shows(Pair.IN_A_CALL, "set twice");
    // To our fake two spellings of an id are one id.
    String app = graph.isOurs() ? graph.app().toUpperCase(Locale.ROOT) : graph.app();
    graph.setPresence(user, Session.of(Pair.AWAY).from(app)).is(200);
    graph.presence(user).shows(Pair.AWAY, "after Busy/InACall of the same application");
  }

  @Check(
      id = "setPresence.appears-offline",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-247",
      needs = WRITE,
      witness = "preferred-loses-to-stronger-session",
      hint = "does a session override the preference Offline/OffWork?")
  void who_appears_offline_stays_so(Graph graph, User user) {
    graph.prefer(user, Pair.OFF_WORK).is(200);
    Matrix.over(
        graph.allowedPairs("setPresence"),
        pair -> {
          graph.setPresence(user, pair).is(200);
          graph.presence(user).showsAvailability("Offline", "while Offline/OffWork is preferred");
        });
  }

  @Check(
      id = "setPresence.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = WRITE,
      witness = "setPresence-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void a_request_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(graph.calls("setPresence", user), call -> graph.send(call.anonymous()).is(401));
  }

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
