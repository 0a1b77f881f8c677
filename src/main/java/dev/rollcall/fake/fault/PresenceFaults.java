package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.ShapeFault;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shape faults of a presence that is read, alone or among many. */
final class PresenceFaults {
  private static final String NOBODY = "00000000-0000-4000-8000-0000000000ff";

  private PresenceFaults() {}

  static Stream<Fault> all() {
    return GraphOperation.all()
        .filter(GraphOperation::reads)
        .flatMap(
            operation ->
                Stream.of(members(operation), nested(operation), bodies(operation))
                    .flatMap(each -> each));
  }

  private static Stream<Fault> members(GraphOperation op) {
    return Stream.of(
        edit(op, "id-missing", "leaves id out", p -> p.remove("id")),
        edit(op, "id-null", "answers null as id", p -> p.putNull("id")),
        edit(op, "id-number", "answers a number as id", p -> p.put("id", 7)),
        edit(op, "id-of-another", "answers another id", p -> p.put("id", NOBODY)),
        edit(op, "availability-missing", "leaves availability out", p -> p.remove("availability")),
        edit(
            op,
            "availability-null",
            "answers null as availability",
            p -> p.putNull("availability")),
        edit(
            op,
            "availability-number",
            "answers a number as availability",
            p -> p.put("availability", 3)),
        edit(
            op,
            "availability-array",
            "answers a list as availability",
            p -> wrap(p, "availability")),
        edit(
            op,
            "availability-unknown",
            "answers an availability that does not exist",
            p -> p.put("availability", "Avaliable")),
        edit(
            op,
            "availability-other-dialect",
            "spells availability in the other dialect",
            p -> p.put("availability", otherCase(p.path("availability").asString()))),
        edit(op, "activity-missing", "leaves activity out", p -> p.remove("activity")),
        edit(op, "activity-null", "answers null as activity", p -> p.putNull("activity")),
        edit(op, "activity-number", "answers a number as activity", p -> p.put("activity", 3)),
        edit(op, "activity-array", "answers a list as activity", p -> wrap(p, "activity")),
        edit(
            op,
            "activity-unknown",
            "answers an activity that does not exist",
            p -> p.put("activity", "Avaliable")),
        edit(
            op,
            "activity-with-out-of-office",
            "answers the notation of the table of states as activity",
            p -> p.put("activity", "InACall + OOF")),
        edit(
            op,
            "pair-undocumented",
            "answers Away with Presenting",
            p -> p.put("availability", "Away").put("activity", "Presenting")),
        edit(op, "extra-member", "adds a member", p -> p.put("mood", "sunny")));
  }

  private static Stream<Fault> nested(GraphOperation op) {
    String outOfOffice = "outOfOfficeSettings";
    String message = "statusMessage";
    return Stream.of(
        edit(
            op,
            "out-of-office-string",
            "answers outOfOfficeSettings as a string",
            p -> p.put(outOfOffice, "no")),
        edit(
            op,
            "out-of-office-flag-string",
            "answers isOutOfOffice as a string",
            p -> p.withObject(outOfOffice).put("isOutOfOffice", "false")),
        edit(
            op,
            "out-of-office-message-number",
            "answers the out-of-office text as a number",
            p -> p.withObject(outOfOffice).put("message", 5)),
        edit(
            op,
            "out-of-office-flag-reversed",
            "answers the opposite of isOutOfOffice",
            p -> {
              ObjectNode settings = p.withObject(outOfOffice);
              settings.put("isOutOfOffice", !settings.path("isOutOfOffice").asBoolean());
            }),
        edit(
            op,
            "sequence-number-number",
            "answers sequenceNumber as a number",
            p -> p.put("sequenceNumber", 129311063)),
        edit(
            op,
            "sequence-number-form",
            "answers a sequenceNumber of another form",
            p -> p.put("sequenceNumber", "129311063")),
        edit(
            op,
            "status-message-string",
            "answers statusMessage as a string",
            p -> p.put(message, "at lunch")),
        edit(
            op,
            "status-message-content-number",
            "answers a number as text of the status message",
            p -> p.withObject(message).withObject("message").put("content", 5)),
        edit(
            op,
            "status-message-content-other",
            "answers another text as status message",
            p -> p.withObject(message).withObject("message").put("content", "something else")),
        edit(
            op,
            "status-message-content-type-unknown",
            "answers markdown as type of the status message",
            p -> p.withObject(message).withObject("message").put("contentType", "markdown")),
        edit(
            op,
            "status-message-content-type-html",
            "answers html as type of the status message",
            p -> p.withObject(message).withObject("message").put("contentType", "html")),
        edit(
            op,
            "status-message-expiry-empty",
            "answers an expiry without dateTime",
            p -> p.withObject(message).putObject("expiryDateTime").put("timeZone", "UTC")),
        edit(
            op,
            "status-message-expiry-with-offset",
            "answers an expiry with an offset",
            p ->
                p.withObject(message)
                    .putObject("expiryDateTime")
                    .put("dateTime", "2099-01-01T00:00:00.0000000Z")
                    .put("timeZone", "UTC")),
        edit(
            op,
            "status-message-expiry-zone-other",
            "answers an expiry in a zone other than UTC",
            p ->
                p.withObject(message)
                    .putObject("expiryDateTime")
                    .put("dateTime", "2099-01-01T00:00:00.0000000")
                    .put("timeZone", "Pacific Standard Time")),
        edit(
            op,
            "status-message-published-unreadable",
            "answers a time of publication that is none",
            p -> p.withObject(message).put("publishedDateTime", "yesterday")),
        edit(
            op,
            "work-location-empty",
            "adds a workLocation without its members",
            p -> p.putObject("workLocation")));
  }

  private static Stream<Fault> bodies(GraphOperation op) {
    return Stream.of(
        whole(
            op,
            "wraps-in-array",
            "wraps the answer in a list",
            answer -> Edits.whole(answer, PresenceFaults::inArray)),
        whole(
            op,
            "wraps-in-value",
            "wraps the answer in an object with value",
            answer -> Edits.whole(answer, PresenceFaults::inValue)),
        whole(
            op,
            "cut-body",
            "answers the first half of the JSON as if it were all",
            answer -> answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2))),
        whole(op, "empty-body", "answers nothing", answer -> answer.withBody(new byte[0])),
        whole(
            op,
            "content-type-text",
            "declares the answer to be plain text",
            answer -> answer.withHeader("Content-Type", "text/plain")));
  }

  private static Fault edit(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return whole(op, what, does, answer -> Edits.presences(answer, change));
  }

  private static Fault whole(
      GraphOperation op, String what, String does, UnaryOperator<Answer> change) {
    return new ShapeFault(
        op.text() + "-" + what,
        op,
        op.text() + " " + does,
        (call, clean, again) -> clean.success() ? change.apply(clean) : clean);
  }

  private static void wrap(ObjectNode presence, String member) {
    JsonNode value = presence.get(member);
    presence.putArray(member).add(value);
  }

  private static String otherCase(String value) {
    char first = value.charAt(0);
    char other =
        Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
    return other + value.substring(1);
  }

  private static JsonNode inArray(JsonNode node) {
    return JsonNodeFactory.instance.arrayNode().add(node);
  }

  private static JsonNode inValue(JsonNode node) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode().add(node);
    return JsonNodeFactory.instance.objectNode().set("value", items);
  }
}
