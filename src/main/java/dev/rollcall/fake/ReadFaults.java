package dev.rollcall.fake;

import static dev.rollcall.fake.ShapeFaults.STRANGER;
import static dev.rollcall.fake.ShapeFaults.bytes;
import static dev.rollcall.fake.ShapeFaults.fault;
import static dev.rollcall.fake.ShapeFaults.onSuccess;

import dev.rollcall.fake.Fault.OfShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shape faults of what reads answer: a presence, or an array of them. */
final class ReadFaults {
  private ReadFaults() {}

  static List<OfShape> all() {
    var faults = new ArrayList<OfShape>();
    members(Operation.GET_PRESENCE, faults);
    members(Operation.GET_PRESENCES_BY_USER_ID, faults);
    single(faults);
    batch(faults);
    return faults;
  }

  /** Each presence of an answer, the single one or every item. */
  private static void members(Operation on, List<OfShape> faults) {
    faults.add(fault(on, "id-missing", "presences lack an id", presences(p -> p.remove("id"))));
    faults.add(
        fault(
            on,
            "id-of-another",
            "presences bear somebody else's id",
            presences(p -> p.put("id", STRANGER))));
    for (String member : List.of("availability", "activity")) {
      faults.add(
          fault(
              on, member + "-missing", member + " is left out", presences(p -> p.remove(member))));
      faults.add(
          fault(on, member + "-null", member + " is null", presences(p -> p.putNull(member))));
      faults.add(
          fault(on, member + "-number", member + " is a number", presences(p -> p.put(member, 3))));
      faults.add(
          fault(
              on,
              member + "-array",
              member + " is an array",
              presences(p -> p.putArray(member).add("Away"))));
    }
    faults.add(
        fault(
            on,
            "availability-unknown",
            "availability is misspelt",
            presences(p -> p.put("availability", "Avaliable"))));
    faults.add(
        fault(
            on,
            "activity-of-another",
            "activity is another's",
            presences(p -> p.put("activity", "Offline"))));
    faults.add(
        fault(
            on,
            "extra-member",
            "presences have a member that no page names",
            presences(p -> p.put("mood", "fine"))));
    faults.add(
        fault(
            on,
            "out-of-office-flag-string",
            "isOutOfOffice is a string",
            presences(
                p -> ((ObjectNode) p.get("outOfOfficeSettings")).put("isOutOfOffice", "false"))));
    faults.add(
        fault(
            on,
            "sequence-number-number",
            "sequenceNumber is a number",
            presences(p -> p.put("sequenceNumber", 12))));
    faults.add(
        fault(
            on,
            "status-message-string",
            "statusMessage is a string",
            presences(p -> p.put("statusMessage", "Hi"))));
    faults.add(
        fault(
            on,
            "not-json",
            "success is HTML",
            onSuccess(
                (answer, call) ->
                    answer.withBody(bytes("<p>Hello</p>")).with("Content-Type", "text/html"))));
    faults.add(
        fault(
            on,
            "content-type-text",
            "success is of type text/plain",
            onSuccess((answer, call) -> answer.with("Content-Type", "text/plain"))));
  }

  private static void single(List<OfShape> faults) {
    Operation on = Operation.GET_PRESENCE;
    faults.add(
        fault(
            on,
            "wraps-in-array",
            "one presence comes as a collection",
            onSuccess(
                (answer, call) -> answer.withBody(bytes("{\"value\":[" + text(answer) + "]}")))));
    faults.add(
        new OfShape(
            on,
            "communications-path-shows-offline",
            "the communications path always shows Offline",
            onSuccess(
                (answer, call) ->
                    call.isCommunications()
                        ? answer.edited(
                            p -> p.put("availability", "Offline").put("activity", "Offline"))
                        : answer)));
    faults.add(
        new OfShape(
            on,
            "me-path-shows-unknown",
            "/me always shows PresenceUnknown",
            onSuccess(
                (answer, call) ->
                    call.isMe()
                        ? answer.edited(
                            p ->
                                p.put("availability", "PresenceUnknown")
                                    .put("activity", "PresenceUnknown"))
                        : answer)));
    faults.add(
        new OfShape(
            on,
            "read-moves-the-state",
            "each read shows another activity",
            onSuccess((answer, call) -> answer.edited(p -> p.put("activity", call.requestId())))));
  }

  private static void batch(List<OfShape> faults) {
    Operation on = Operation.GET_PRESENCES_BY_USER_ID;
    faults.add(
        fault(
            on,
            "value-missing",
            "the array is left out",
            onSuccess((answer, call) -> answer.edited(root -> root.remove("value")))));
    faults.add(
        fault(
            on,
            "drops-last",
            "the last item is left out",
            items(value -> value.remove(value.size() - 1))));
    faults.add(
        fault(
            on,
            "adds-unasked",
            "an item is added that nobody asked for",
            items(ReadFaults::addStranger)));
    faults.add(
        fault(
            on,
            "duplicates-first",
            "the first item comes twice",
            items(value -> value.add(value.get(0)))));
    faults.add(fault(on, "always-empty", "no item is answered", items(ArrayNode::removeAll)));
  }

  private static void addStranger(ArrayNode value) {
    var stranger = ((ObjectNode) value.get(0).deepCopy()).put("id", STRANGER);
    value.add(stranger);
  }

  private static BiFunction<Answer, Call, Answer> presences(Consumer<ObjectNode> change) {
    return onSuccess(
        (answer, call) ->
            answer.edited(
                root -> {
                  JsonNode value = root.path("value");
                  if (value.isArray()) {
                    value.forEach(item -> change.accept((ObjectNode) item));
                  } else {
                    change.accept(root);
                  }
                }));
  }

  private static BiFunction<Answer, Call, Answer> items(Consumer<ArrayNode> change) {
    return onSuccess(
        (answer, call) ->
            answer.edited(
                root -> {
                  var value = (ArrayNode) root.get("value");
                  if (!value.isEmpty()) {
                    change.accept(value);
                  }
                }));
  }

  private static String text(Answer answer) {
    return JsonMapper.shared().readTree(answer.body()).toString();
  }
}
