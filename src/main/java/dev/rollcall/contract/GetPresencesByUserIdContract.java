package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;

/** Reading the presence of many users with one request. */
class GetPresencesByUserIdContract {
  /** One for each of several users. */
  private static final List<Pair> STATES = List.of(Pair.IN_A_CALL, Pair.PRESENTING, Pair.AWAY);

  private static final List<String> BESIDE_THE_PAIR =
      List.of(
          "/sequenceNumber",
          "/outOfOfficeSettings/isOutOfOffice",
          "/outOfOfficeSettings/message",
          "/statusMessage/message/content");

  @Tags({@Tag("getPresencesByUserId"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-053", "S-054"},
      needs = READ,
      witness = "getPresencesByUserId-value-missing",
      hint = "is the collection wrapped in an object with value?")
  void a_batch_read_answers_200_with_an_array_of_presences(Graph graph, User user) {
    graph.presences(List.of(user.id())).isJson().presences();
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.only-asked",
      level = MUST,
      basis = DERIVED,
      clause = {"S-055", "S-057"},
      needs = READ,
      witness = "getPresencesByUserId-adds-unasked",
      hint = "are the items looked up by the ids of this request?")
  void every_item_bears_an_asked_id(Graph graph, User user) {
    List<String> asked = List.of(user.id(), ManyIds.nobody(), graph.anotherUser().id());
    List<String> answered = ids(graph.presences(asked));
    Deviation.unless(
        lower(asked).containsAll(answered) && answered.size() <= asked.stream().distinct().count(),
        "items for some of " + asked + " only",
        answered);
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.all-known",
      level = MUST,
      basis = DERIVED,
      clause = "S-044",
      needs = READ,
      witness = "getPresencesByUserId-drops-last",
      hint = "is the list cut, paged, or filtered?")
  void every_known_user_asked_for_is_answered(Graph graph, User user) {
    List<String> known = Stream.of(user.id(), graph.anotherUser().id()).distinct().toList();
    List<String> asked = Stream.concat(Stream.of(ManyIds.nobody()), known.stream()).toList();
    List<String> answered = ids(graph.presences(asked));
    Deviation.unless(answered.containsAll(lower(known)), "an item for each of " + known, answered);
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = READ,
      witness = "getPresencesByUserId-invents-unknown",
      hint = "is an unknown id answered with a default presence?")
  void an_unknown_user_is_left_out_or_told_as_unknown(Graph graph, User user) {
    String nobody = ManyIds.nobody();
    graph.presences(List.of(user.id(), nobody)).presences().stream()
        .filter(item -> bears(item, nobody))
        .forEach(item -> requirePair(item, new Pair("PresenceUnknown", "PresenceUnknown")));
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.each-once",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-056",
      needs = READ,
      witness = "getPresencesByUserId-duplicates-first",
      hint = "are repeated ids looked up again?")
  void an_id_asked_twice_is_answered_once(Graph graph, User user) {
    String again = user.id().toUpperCase(Locale.ROOT);
    List<String> answered = ids(graph.presences(List.of(user.id(), user.id(), again)));
    Deviation.unless(answered.size() == 1, "one item", answered);
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.one-page",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-068",
      needs = READ,
      witness = "getPresencesByUserId-next-link",
      hint = "does a framework page every collection?")
  void the_answer_comes_in_one_page(Graph graph, User user) {
    JsonNode next = graph.presences(List.of(user.id())).is(200).object().path("@odata.nextLink");
    Deviation.unless(next.isMissingNode(), "no @odata.nextLink", next);
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "getPresencesByUserId.agrees-with-read",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-044",
      needs = WRITE,
      witness = "batch-shows-another-user",
      hint = "do both reads come from the same state?")
  void a_batch_of_one_shows_what_the_single_read_shows(Graph graph, User user) {
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.setStatusMessage(user, "Präsentation bis zwölf").is(200);
    JsonNode single = graph.presence(user).is(200).shows(Pair.PRESENTING).object();
    JsonNode item = graph.presences(List.of(user.id())).onlyPresence();
    requirePair(item, Pair.PRESENTING);
    Matrix.over(
        BESIDE_THE_PAIR,
        pointer -> {
          JsonNode among = item.at(pointer);
          JsonNode alone = single.at(pointer);
          boolean inBoth = among.isValueNode() && alone.isValueNode();
          boolean told = inBoth && !among.isNull() && !alone.isNull();
          Deviation.unless(!told || among.equals(alone), alone + " as in the single read", among);
        });
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "getPresencesByUserId.own-state",
      level = MUST,
      basis = DERIVED,
      clause = {"S-093", "S-044"},
      needs = WRITE,
      witness = "getPresencesByUserId-swaps-ids",
      hint = "are items and ids joined by their place, or is an answer kept from before?")
  void each_item_shows_the_state_of_its_own_user_as_last_written(Graph graph, User user) {
    Map<User, Pair> states = new LinkedHashMap<>();
    ManyIds.several(graph, user).forEach(each -> states.put(each, STATES.get(states.size())));
    // The first was cleared before it was handed in.
    states.keySet().stream()
        .filter(each -> !each.equals(user) && !graph.isOurs())
        .forEach(graph::tidy);
    states.forEach((each, pair) -> graph.setPresence(each, pair).is(200));
    List<String> asked =
        graph.isOurs() ? ManyIds.full(graph, states.keySet()) : ManyIds.of(states.keySet());
    requireStates(graph.presences(asked), states);
    states.put(user, Pair.IN_A_CONFERENCE_CALL);
    graph.setPresence(user, Pair.IN_A_CONFERENCE_CALL).is(200);
    requireStates(graph.presences(asked), states);
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.650-ids",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-059", "S-055"},
      needs = READ,
      witness = "limit-off-by-one-low",
      hint = "is there a smaller limit on ids, on items or on the size of the body?")
  void as_many_ids_as_documented_are_accepted(Graph graph, User user) {
    Set<User> known = ManyIds.several(graph, user);
    List<String> asked = ManyIds.full(graph, known);
    List<String> answered = ids(graph.presences(asked));
    List<String> missing =
        lower(graph.isOurs() ? asked : ManyIds.of(known)).stream()
            .filter(id -> !answered.contains(id))
            .toList();
    Deviation.unless(
        missing.isEmpty(), "an item for each known user", missing.size() + " missing: " + missing);
    Deviation.unless(
        lower(asked).containsAll(answered) && answered.size() <= asked.size(),
        "items for the " + asked.size() + " asked ids only",
        answered.size() + " items");
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.651-ids",
      level = SHOULD,
      basis = DERIVED,
      clause = {"S-060", "S-061"},
      needs = READ,
      witness = "limit-ignored",
      hint = "is the number of ids looked at before they are looked up?")
  void more_ids_than_documented_are_refused(Graph graph, User user) {
    List<String> asked = new ArrayList<>(ManyIds.full(graph, Set.of(user)));
    asked.add(ManyIds.nobody());
    Reply reply = graph.presences(asked).isRefused();
    if (graph.isOurs()) {
      reply.is(400).hasCode("InvalidArgument");
    }
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.ids-required",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-062",
      needs = READ,
      witness = "getPresencesByUserId-error-status-200",
      hint = "is a missing list taken for an empty one?")
  void ids_that_are_null_absent_or_no_list_of_strings_are_refused(Graph graph, User user) {
    String id = '"' + user.id() + '"';
    Matrix.over(
        graph.some(
            List.of(
                "{\"ids\":null}",
                "{}",
                "{\"ids\":" + id + "}",
                "{\"ids\":7}",
                "{\"ids\":{\"0\":" + id + "}}",
                "{\"ids\":[" + id + ",[" + id + "]]}",
                "{\"ids\":[" + id + ",7]}",
                "{\"ids\":[" + id + ",null]}")),
        body -> graph.presencesFor(body).isRefused());
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.no-ids",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-063",
      needs = READ,
      witness = "getPresencesByUserId-error-status-200",
      hint = "does an empty list reach the store?")
  void an_empty_list_is_refused_or_answered_with_nothing(Graph graph) {
    Reply reply = graph.presencesFor("{\"ids\":[]}").isOneOf(200, 400);
    if (reply.answer().status() == 200) {
      Deviation.unless(reply.presences().isEmpty(), "no items", reply.told());
    }
  }

  @Tags({@Tag("getPresencesByUserId"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "getPresencesByUserId.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = READ,
      witness = "getPresencesByUserId-accepts-anonymous",
      hint = "is this path behind the same authentication as the others?")
  void a_batch_read_without_a_token_is_refused(Graph graph, User user) {
    Matrix.over(graph.refusals("getPresencesByUserId", user), refusal -> refusal.reply().is(401));
  }

  private static void requireStates(Reply reply, Map<User, Pair> states) {
    List<JsonNode> items = reply.presences();
    Matrix.over(
        states.entrySet(),
        state -> {
          List<JsonNode> own =
              items.stream().filter(item -> bears(item, state.getKey().id())).toList();
          Deviation.unless(own.size() == 1, "one item", own.size() + " items");
          requirePair(own.get(0), state.getValue());
        });
    // Nobody has written the others of a full list.
    items.stream()
        .filter(item -> states.keySet().stream().noneMatch(user -> bears(item, user.id())))
        .forEach(item -> requirePair(item, Pair.OFFLINE));
  }

  private static boolean bears(JsonNode item, String id) {
    return item.path("id").asString("").equalsIgnoreCase(id);
  }

  private static void requirePair(JsonNode item, Pair pair) {
    String availability = item.path("availability").asString("none");
    String activity = item.path("activity").asString("none");
    Deviation.unless(
        pair.matches(availability, activity),
        pair + " for " + item.path("id").asString("none"),
        availability + "/" + activity);
  }

  private static List<String> ids(Reply reply) {
    return lower(
        reply.presences().stream().map(presence -> presence.path("id").asString("")).toList());
  }

  private static List<String> lower(List<String> ids) {
    return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
  }
}
