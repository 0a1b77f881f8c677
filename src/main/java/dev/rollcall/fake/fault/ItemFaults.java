package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.ShapeFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Shape faults of single items of the list that getPresencesByUserId answers, and among items. */
final class ItemFaults {
  private static final GraphOperation MANY = GraphOperation.GET_PRESENCES_BY_USER_ID;
  private static final int FAR = 400;

  private ItemFaults() {}

  static Stream<Fault> all() {
    return Stream.of(mixed(), lost(), last(), far()).flatMap(each -> each);
  }

  private static Stream<Fault> mixed() {
    return Stream.of(
        items("swaps-neighbours", "swaps the ids of the first two", items -> swap(items, 1, "id")),
        items(
            "swaps-first-and-last",
            "swaps the states of the first and the last",
            items -> {
              swap(items, items.size() - 1, "availability");
              swap(items, items.size() - 1, "activity");
            }),
        items(
            "swaps-availabilities",
            "swaps the availabilities of the first two",
            items -> swap(items, 1, "availability")),
        items(
            "swaps-messages",
            "swaps the status messages of the first two",
            items -> swap(items, 1, "statusMessage")),
        items(
            "last-copies-first",
            "answers the state of the first for the last",
            items -> copy(items.get(0), items.get(items.size() - 1))),
        items(
            "all-copy-first",
            "answers the state of the first for all",
            items -> items.forEach(item -> copy(items.get(0), item))),
        items(
            "all-copy-message-of-first",
            "answers the status message of the first for all",
            items ->
                items.forEach(
                    item ->
                        item.asObject().set("statusMessage", items.get(0).get("statusMessage")))),
        items(
            "states-shifted",
            "answers for each the state of the one before",
            items -> {
              for (int i = items.size() - 1; i > 0; i--) {
                copy(items.get(i - 1), items.get(i));
              }
            }),
        items(
            "all-ids-of-first",
            "answers the id of the first for all",
            items -> items.forEach(item -> item.asObject().set("id", items.get(0).get("id")))));
  }

  private static Stream<Fault> lost() {
    return Stream.of(
        items(
            "drops-offline",
            "leaves out who is offline",
            items ->
                items.removeIf(item -> item.path("availability").asString("").equals("Offline"))),
        items(
            "drops-same-state",
            "answers one item for each state",
            items -> {
              List<String> seen = new ArrayList<>();
              items.removeIf(item -> known(seen, item.path("availability").asString("")));
            }),
        items(
            "stops-at-100",
            "answers the first hundred",
            items -> items.subList(Math.min(100, items.size()), items.size()).clear()),
        items(
            "stops-at-649",
            "answers the first 649",
            items -> items.subList(Math.min(649, items.size()), items.size()).clear()),
        items(
            "last-null",
            "answers null for the last",
            items -> items.set(items.size() - 1, NullNode.getInstance())));
  }

  private static Stream<Fault> last() {
    return Stream.of(
        only("last-id-missing", "leaves the id of the last out", -1, p -> p.remove("id")),
        only("last-id-null", "answers null as id of the last", -1, p -> p.putNull("id")),
        only(
            "last-availability-number",
            "answers a number as availability of the last",
            -1,
            p -> p.put("availability", 3)),
        only(
            "last-availability-missing",
            "leaves the availability of the last out",
            -1,
            p -> p.remove("availability")),
        only(
            "last-activity-unknown",
            "answers an activity that does not exist for the last",
            -1,
            p -> p.put("activity", "Avaliable")),
        only(
            "last-out-of-office-string",
            "answers a string as outOfOfficeSettings of the last",
            -1,
            p -> p.put("outOfOfficeSettings", "no")));
  }

  private static Stream<Fault> far() {
    return Stream.of(
        items(
            "drops-item-400",
            "leaves the 400th out",
            items -> {
              if (items.size() >= FAR) {
                items.remove(FAR - 1);
              }
            }),
        only("item-400-id-missing", "leaves the id of the 400th out", FAR, p -> p.remove("id")),
        only(
            "item-400-id-of-another",
            "answers another id for the 400th",
            FAR,
            p -> p.put("id", "00000000-0000-4000-8000-0000000000ff")),
        only(
            "item-400-availability-unknown",
            "answers an availability that does not exist for the 400th",
            FAR,
            p -> p.put("availability", "Avaliable")),
        only(
            "item-400-pair-undocumented",
            "answers Away with Presenting for the 400th",
            FAR,
            p -> p.put("availability", "Away").put("activity", "Presenting")),
        only(
            "item-400-pair-other",
            "answers BeRightBack for the 400th",
            FAR,
            p -> p.put("availability", "BeRightBack").put("activity", "BeRightBack")),
        only(
            "item-400-sequence-number-number",
            "answers a number as sequenceNumber of the 400th",
            FAR,
            p -> p.put("sequenceNumber", 129311063)));
  }

  private static boolean known(List<String> seen, String value) {
    return seen.contains(value) || !seen.add(value);
  }

  private static void swap(List<JsonNode> items, int with, String member) {
    if (items.size() < 2) {
      return;
    }
    ObjectNode first = items.get(0).asObject();
    ObjectNode other = items.get(with).asObject();
    JsonNode kept = first.get(member);
    first.set(member, other.get(member));
    other.set(member, kept);
  }

  private static void copy(JsonNode from, JsonNode to) {
    to.asObject().set("availability", from.get("availability"));
    to.asObject().set("activity", from.get("activity"));
  }

  /** Changes the item of that number, counted from one; -1 is the last. */
  private static Fault only(String what, String does, int number, Consumer<ObjectNode> change) {
    return items(
        what,
        does,
        items -> {
          int index = number < 0 ? items.size() - 1 : number - 1;
          if (index < items.size()) {
            change.accept(items.get(index).asObject());
          }
        });
  }

  private static Fault items(String what, String does, Consumer<List<JsonNode>> change) {
    return new ShapeFault(
        MANY.text() + "-" + what,
        MANY,
        MANY.text() + " " + does,
        (call, clean, again) ->
            clean.success() ? Edits.root(clean, root -> change(root, change)) : clean);
  }

  private static void change(ObjectNode root, Consumer<List<JsonNode>> change) {
    List<JsonNode> items = new ArrayList<>();
    root.path("value").forEach(items::add);
    if (!items.isEmpty()) {
      change.accept(items);
    }
    ArrayNode value = root.putArray("value");
    items.forEach(value::add);
  }
}
