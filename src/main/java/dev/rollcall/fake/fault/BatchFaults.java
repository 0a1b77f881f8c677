package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.ShapeFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Shape faults of the list that getPresencesByUserId answers. */
final class BatchFaults {
  private static final GraphOperation MANY = GraphOperation.GET_PRESENCES_BY_USER_ID;

  private BatchFaults() {}

  static Stream<Fault> all() {
    return Stream.concat(lists(), bodies());
  }

  private static Stream<Fault> lists() {
    return Stream.of(
        root("value-missing", "leaves value out", root -> root.remove("value")),
        root("value-null", "answers null as value", root -> root.putNull("value")),
        root(
            "value-object",
            "answers the first item as value",
            root -> root.set("value", first(root))),
        root(
            "next-link",
            "adds a link to a next page",
            root -> root.put("@odata.nextLink", "https://graph.microsoft.com/v1.0/next")),
        items("drops-last", "leaves the last item out", items -> items.remove(items.size() - 1)),
        items("drops-first", "leaves the first item out", items -> items.remove(0)),
        items("drops-all", "answers no items", List::clear),
        items("duplicates-first", "answers the first item twice", items -> items.add(items.get(0))),
        items("swaps-ids", "gives the first two items each other's id", BatchFaults::swapIds),
        new ShapeFault(
            MANY.text() + "-invents-unknown",
            MANY,
            MANY.text() + " answers ids that are nobody's as Available",
            (call, clean, again) ->
                clean.success() ? Edits.root(clean, root -> addUnknown(root, asked(call))) : clean),
        new ShapeFault(
            MANY.text() + "-upper-case-left-out",
            MANY,
            MANY.text() + " leaves out whoever is asked for in capital letters",
            (call, clean, again) ->
                clean.success()
                    ? Edits.root(clean, root -> keepAsAsked(root, asked(call)))
                    : clean),
        items("reverses", "answers the items in reverse", Collections::reverse),
        items("adds-unasked", "adds an item for an id nobody asked for", BatchFaults::addUnasked),
        items("adds-null", "adds null to the items", items -> items.add(NullNode.getInstance())));
  }

  private static Stream<Fault> bodies() {
    return Stream.of(
        instead(
            "content-type-parameters-refused",
            "refuses a Content-Type with parameters",
            call -> call.contentType().contains(";"),
            415),
        instead(
            "large-body-server-error",
            "answers 500 to bodies of more than 100 kB",
            call -> call.body().length > 100_000,
            500),
        instead(
            "deep-body-server-error",
            "answers 500 to lists in more than 99 lists",
            call -> new String(call.body(), StandardCharsets.UTF_8).contains("[".repeat(100)),
            500));
  }

  private static Fault instead(String what, String does, Predicate<Call> where, int status) {
    return new ShapeFault(
        MANY.text() + "-" + what,
        MANY,
        MANY.text() + " " + does,
        (call, clean, again) ->
            where.test(call) && clean.status() != 401
                ? Envelope.of(status, "generalException", "Something went wrong.", call)
                : clean);
  }

  private static List<String> asked(Call call) {
    return Edits.read(call.body()).path("ids").valueStream().map(JsonNode::asString).toList();
  }

  private static void addUnknown(ObjectNode root, List<String> asked) {
    ArrayNode value = root.path("value").asArray();
    List<String> known = value.valueStream().map(item -> item.path("id").asString()).toList();
    asked.stream()
        .filter(id -> known.stream().noneMatch(id::equalsIgnoreCase))
        .forEach(
            id ->
                value
                    .addObject()
                    .put("id", id)
                    .put("availability", "Available")
                    .put("activity", "Available"));
  }

  private static void keepAsAsked(ObjectNode root, List<String> asked) {
    List<JsonNode> kept =
        root.path("value")
            .valueStream()
            .filter(item -> asked.contains(item.path("id").asString()))
            .toList();
    root.putArray("value").addAll(kept);
  }

  private static void swapIds(List<JsonNode> items) {
    if (items.size() > 1) {
      JsonNode first = items.get(0).get("id");
      items.get(0).asObject().set("id", items.get(1).get("id"));
      items.get(1).asObject().set("id", first);
    }
  }

  private static JsonNode first(ObjectNode root) {
    return root.path("value").path(0);
  }

  private static void addUnasked(List<JsonNode> items) {
    ObjectNode stranger = items.get(0).deepCopy().asObject();
    stranger.put("id", "00000000-0000-4000-8000-0000000000ff");
    items.add(stranger);
  }

  private static Fault items(String what, String does, Consumer<List<JsonNode>> change) {
    return root(
        what,
        does,
        root -> {
          List<JsonNode> items = new ArrayList<>();
          root.path("value").forEach(items::add);
          if (!items.isEmpty()) {
            change.accept(items);
          }
          ArrayNode value = root.putArray("value");
          items.forEach(value::add);
        });
  }

  private static Fault root(String what, String does, Consumer<ObjectNode> change) {
    return new ShapeFault(
        MANY.text() + "-" + what,
        MANY,
        MANY.text() + " " + does,
        (call, clean, again) -> clean.success() ? Edits.root(clean, change) : clean);
  }
}
