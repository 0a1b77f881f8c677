package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.ME;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;

/** Reading the presence of one user, by each of its paths. */
class GetPresenceContract {

  @Tags({@Tag("getPresence"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresence.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = {
        "S-001", "S-002", "S-003", "S-004", "S-006", "S-007", "S-008", "S-010", "S-012", "S-013",
        "S-015", "S-016", "S-018", "S-038", "S-049"
      },
      needs = READ,
      witness = "getPresence-id-missing",
      hint = "which member of which path departs from its page?")
  void a_read_answers_200_with_one_presence_on_every_path(Graph graph, User user) {
    Matrix.over(
        graph.calls("getPresence", user),
        call -> {
          Reply reply = graph.send(call).is(200).isJson();
          String activity = reply.object().path("activity").asString("");
          Deviation.unless(!activity.contains("+"), "one word as activity", activity);
        });
  }

  @Tags({@Tag("getPresence"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresence.asked-id",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-041",
      needs = READ,
      witness = "getPresence-id-of-another",
      hint = "does the answer come from the record of the user in the path?")
  void the_answer_bears_the_id_of_the_path(Graph graph, User user) {
    Matrix.over(
        List.of(graph.presence(user), graph.presenceByCommunications(user)),
        reply -> requireId(reply, user));
    if (graph.isOurs()) {
      // Nobody documents that the case of letters does not matter in a guid.
      requireId(graph.presence(new User(user.id().toUpperCase(Locale.ROOT))), user);
    }
  }

  @Tags({@Tag("getPresence"), @Tag("MUST"), @Tag("ME")})
  @Check(
      id = "getPresence.own-id",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-040",
      needs = ME,
      witness = "getPresence-id-of-another",
      hint = "is /me taken from the token, and its record found by the object id?")
  void the_own_presence_bears_the_own_id(Graph graph) {
    requireId(graph.myPresence(), graph.me());
  }

  @Tags({@Tag("getPresence"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresence.one-object",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-042",
      needs = READ,
      witness = "getPresence-wraps-in-array",
      hint = "is the path with an id answered like the collection without one?")
  void the_communications_path_answers_one_object_and_no_collection(Graph graph, User user) {
    JsonNode presence = graph.presenceByCommunications(user).is(200).object();
    Deviation.unless(!presence.has("value"), "one presence", "a collection with 'value'");
  }

  @Tags({@Tag("getPresence"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresence.complete",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-005",
      needs = READ,
      witness = "getPresence-activity-missing",
      hint = "are members with a default left out on purpose?")
  void id_availability_and_activity_are_there(Graph graph, User user) {
    Reply reply = graph.presence(user).is(200);
    Matrix.over(
        List.of("id", "availability", "activity"),
        member ->
            Deviation.unless(
                reply.object().path(member).isString(),
                "a string '" + member + "'",
                reply.object().has(member) ? reply.object().get(member).toString() : "none"));
  }

  @Tags({@Tag("getPresence"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "getPresence.paths-agree",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-043",
      needs = WRITE,
      witness = "communications-shows-another-user",
      hint = "do both paths read the same store, or does one have a cache?")
  void both_paths_of_a_user_show_the_same(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.presence(user).shows(Pair.IN_A_CALL);
    graph.presenceByCommunications(user).shows(Pair.IN_A_CALL, "as on the users path");
  }

  @Tags({@Tag("getPresence"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("ME")})
  @Check(
      id = "getPresence.me-agrees",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-045",
      needs = {WRITE, ME},
      witness = "me-shows-another-user",
      hint = "does /me read another store or cache than /users/{id}?")
  void the_own_presence_is_the_same_by_me_and_by_id(Graph graph) {
    graph.setPresence(graph.me(), Pair.IN_A_CALL).is(200);
    JsonNode mine = graph.myPresence().is(200).object();
    JsonNode byId = graph.presence(graph.me()).is(200).object();
    Matrix.over(
        List.of("availability", "activity"),
        member ->
            Deviation.unless(
                mine.path(member).equals(byId.path(member)),
                member + " " + byId.path(member) + " as by id",
                mine.path(member)));
  }

  @Tags({@Tag("getPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "getPresence.changes-nothing",
      level = MUST,
      basis = DERIVED,
      clause = "S-050",
      needs = WRITE,
      witness = "read-ends-sessions",
      hint = "does a read renew a session, or count as activity?")
  void a_read_changes_nothing(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    JsonNode first = graph.presence(user).is(200).object();
    JsonNode second = graph.presence(user).is(200).object();
    Matrix.over(
        List.of("availability", "activity"),
        member ->
            Deviation.unless(
                first.path(member).equals(second.path(member)),
                member + " " + first.path(member) + " as read before",
                second.path(member)));
  }

  @Tags({@Tag("getPresence"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresence.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = READ,
      witness = "getPresence-accepts-anonymous",
      hint = "is every path behind the same authentication?")
  void a_read_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(graph.refusals("getPresence", user), refusal -> refusal.reply().is(401));
  }

  @Tags({@Tag("getPresence"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresence.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = READ,
      witness = "getPresence-unknown-user-accepted",
      hint = "is an unknown id answered with a default presence?")
  void an_unknown_user_is_not_found(Graph graph) {
    User nobody = new User(UUID.randomUUID().toString());
    Matrix.over(
        List.of(graph.presence(nobody), graph.presenceByCommunications(nobody)),
        reply -> reply.is(404).hasCode("NotFound"));
  }

  private static void requireId(Reply reply, User user) {
    String id = reply.is(200).text("/id").orElse("none");
    Deviation.unless(id.equalsIgnoreCase(user.id()), "id " + user.id(), id);
  }
}
