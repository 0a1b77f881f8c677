package dev.rollcall.fake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
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
        items("reverses", "answers the items in reverse", Collections::reverse),
        items("adds-unasked", "adds an item for an id nobody asked for", BatchFaults::addUnasked),
        items("adds-null", "adds null to the items", items -> items.add(NullNode.getInstance())));
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
