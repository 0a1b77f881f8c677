package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reading the presence of many users with one request. */
class GetPresencesByUserIdContract {
  private static final int MOST_IDS = 650;

  @Check(
      id = "getPresencesByUserId.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-053", "S-054"},
      needs = READ,
      witness = "getPresencesByUserId-value-missing",
      hint = "is the collection wrapped in an object with value?")
  void a_batch_read_answers_200_with_an_array_of_presences(Graph graph, User user) {
    Reply reply = graph.presences(List.of(user.id()));
    reply.presences();
    Deviation.unless(
        reply.answer().mediaType().equals("application/json"),
        "media type application/json",
        reply.answer().mediaType());
  }

  @Check(
      id = "getPresencesByUserId.only-asked",
      level = MUST,
      basis = DERIVED,
      clause = {"S-055", "S-057"},
      needs = READ,
      witness = "getPresencesByUserId-adds-unasked",
      hint = "are the items looked up by the ids of this request?")
  void every_item_bears_an_asked_id(Graph graph, User user) {
    List<String> asked = List.of(user.id(), graph.anotherUser().id());
    List<String> answered = ids(graph.presences(asked));
    Deviation.unless(
        lower(asked).containsAll(answered) && answered.size() <= asked.stream().distinct().count(),
        "items for some of " + asked + " only",
        answered);
  }

  @Check(
      id = "getPresencesByUserId.all-known",
      level = MUST,
      basis = DERIVED,
      clause = "S-044",
      needs = READ,
      witness = "getPresencesByUserId-drops-last",
      hint = "is the list cut, paged, or filtered?")
  void every_known_user_asked_for_is_answered(Graph graph, User user) {
    List<String> asked = Stream.of(user.id(), graph.anotherUser().id()).distinct().toList();
    List<String> answered = ids(graph.presences(asked));
    Deviation.unless(answered.containsAll(lower(asked)), "an item for each of " + asked, answered);
  }

  @Check(
      id = "getPresencesByUserId.each-once",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-056",
      needs = READ,
      witness = "getPresencesByUserId-duplicates-first",
      hint = "are repeated ids looked up again?")
  void an_id_asked_twice_is_answered_once(Graph graph, User user) {
    List<String> answered = ids(graph.presences(List.of(user.id(), user.id())));
    Deviation.unless(answered.size() == 1, "one item", answered);
  }

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
    graph.presence(user).shows(Pair.PRESENTING);
    List<JsonNode> items = graph.presences(List.of(user.id())).presences();
    Deviation.unless(items.size() == 1, "one item", items.size() + " items");
    JsonNode item = items.get(0);
    Deviation.unless(
        Pair.PRESENTING.matches(
            item.path("availability").asString(""), item.path("activity").asString("")),
        Pair.PRESENTING + " as in the single read",
        item.path("availability") + "/" + item.path("activity"));
  }

  @Check(
      id = "getPresencesByUserId.650-ids",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-059",
      needs = READ,
      witness = "limit-off-by-one-low",
      hint = "is there a smaller limit on ids or on the size of the body?")
  void as_many_ids_as_documented_are_accepted(Graph graph, User user) {
    List<String> answered = ids(graph.presences(withStrangers(user, MOST_IDS)));
    Deviation.unless(
        answered.contains(user.id().toLowerCase(Locale.ROOT)),
        "an item for the known user among " + MOST_IDS + " ids",
        answered.size() + " items without it");
  }

  @Check(
      id = "getPresencesByUserId.651-ids",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-060",
      needs = READ,
      witness = "limit-ignored",
      hint = "is the number of ids looked at before they are looked up?")
  void more_ids_than_documented_are_refused(Graph graph, User user) {
    graph.presences(withStrangers(user, MOST_IDS + 1)).isRefused();
  }

  @Check(
      id = "getPresencesByUserId.ids-required",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-062",
      needs = READ,
      witness = "getPresencesByUserId-error-status-200",
      hint = "is a missing list taken for an empty one?")
  void ids_that_are_null_absent_or_no_array_are_refused(Graph graph) {
    Matrix.over(
        List.of("{\"ids\":null}", "{}", "{\"ids\":\"one\"}"),
        body -> graph.presencesFor(body).isRefused());
  }

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

  @Check(
      id = "getPresencesByUserId.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = READ,
      witness = "getPresencesByUserId-accepts-anonymous",
      hint = "is this path behind the same authentication as the others?")
  void a_batch_read_without_a_token_is_refused(Graph graph, User user) {
    Matrix.over(
        graph.calls("getPresencesByUserId", user), call -> graph.send(call.anonymous()).is(401));
  }

  /** The user first, then ids that nobody has. */
  private static List<String> withStrangers(User user, int count) {
    Stream<String> strangers =
        Stream.generate(() -> UUID.randomUUID().toString()).limit(count - 1L);
    return Stream.concat(Stream.of(user.id()), strangers).toList();
  }

  private static List<String> ids(Reply reply) {
    return lower(
        reply.presences().stream().map(presence -> presence.path("id").asString("")).toList());
  }

  private static List<String> lower(List<String> ids) {
    return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
  }
}
