package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.ShapeFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Shape faults of the list that $batch answers. The order of that list is free. */
final class BundleFaults {
  private BundleFaults() {}

  static Stream<Fault> all() {
    return Stream.of(lists(), ids(), statuses(), rest()).flatMap(each -> each);
  }

  private static Stream<Fault> lists() {
    return Stream.of(
        root("responses-missing", "leaves responses out", root -> root.remove("responses")),
        root("responses-null", "answers null as responses", root -> root.putNull("responses")),
        root(
            "responses-object",
            "answers the first part as responses",
            root -> root.set("responses", root.path("responses").path(0))),
        root(
            "responses-as-value",
            "calls the list value",
            root -> root.set("value", root.remove("responses"))),
        parts("drops-first", "leaves the first part out", parts -> parts.remove(0)),
        parts("drops-last", "leaves the last part out", parts -> parts.remove(parts.size() - 1)),
        parts("drops-all", "answers no parts", List::clear),
        parts(
            "drops-failed",
            "leaves out the parts that failed",
            parts -> parts.removeIf(part -> part.path("status").intValue(0) >= 300)),
        parts("duplicates-first", "answers the first part twice", parts -> parts.add(parts.get(0))),
        parts("adds-null", "adds null to the parts", parts -> parts.add(NullNode.getInstance())),
        parts(
            "adds-unasked",
            "adds a part that nobody asked for",
            parts -> {
              ObjectNode stranger = parts.get(0).deepCopy().asObject();
              parts.add(stranger.put("id", "unasked"));
            }));
  }

  private static Stream<Fault> ids() {
    return Stream.of(
        each("id-missing", "leaves the ids out", part -> part.remove("id")),
        each("id-null", "answers null as id", part -> part.putNull("id")),
        each("id-number", "answers a number as id", part -> part.put("id", 7)),
        each("id-other", "answers other ids", part -> part.put("id", "r-" + id(part))),
        each(
            "id-in-lower-case",
            "answers ids in lower case",
            part -> part.put("id", id(part).toLowerCase(Locale.ROOT))),
        parts(
            "ids-swapped",
            "swaps the ids of the first and the last part",
            parts -> swap(parts, "id")),
        parts(
            "ids-by-position",
            "numbers the parts instead of giving their ids",
            parts -> {
              for (int i = 0; i < parts.size(); i++) {
                parts.get(i).asObject().put("id", Integer.toString(i));
              }
            }));
  }

  private static Stream<Fault> statuses() {
    return Stream.of(
        each("status-missing", "leaves the statuses out", part -> part.remove("status")),
        each("status-null", "answers null as status", part -> part.putNull("status")),
        each(
            "status-string",
            "answers a string as status",
            part -> part.put("status", part.path("status").asString())),
        each("status-always-200", "answers 200 for every part", part -> part.put("status", 200)),
        each(
            "status-of-success-202",
            "answers 202 for parts that succeeded",
            part -> {
              if (part.path("status").intValue(0) == 200) {
                part.put("status", 202);
              }
            }),
        parts(
            "statuses-swapped",
            "swaps the statuses of the first and the last part",
            parts -> swap(parts, "status")),
        answer(
            "takes-worst-status",
            "answers the highest status of its parts for the whole",
            answer ->
                answer.withStatus(
                    statuses(answer).mapToInt(each -> each).max().orElse(answer.status()))),
        answer(
            "takes-last-status",
            "answers the status of the last part for the whole",
            answer ->
                answer.withStatus(
                    statuses(answer).reduce((one, next) -> next).orElse(answer.status()))));
  }

  private static Stream<Fault> rest() {
    return Stream.of(
        each("headers-missing", "leaves the headers out", part -> part.remove("headers")),
        each("headers-list", "answers a list as headers", part -> part.putArray("headers")),
        each(
            "part-content-type-missing",
            "does not say what the bodies of its parts are",
            part -> part.withObject("headers").remove("Content-Type")),
        each("body-missing", "leaves the bodies out", part -> part.remove("body")),
        body("body-as-text", "answers bodies as JSON in a string", JsonNode::toString),
        body(
            "body-as-base64",
            "answers bodies in Base64",
            body ->
                Base64.getEncoder()
                    .encodeToString(body.toString().getBytes(StandardCharsets.UTF_8))),
        parts(
            "bodies-of-the-first",
            "answers the body of the first part in all",
            parts -> {
              JsonNode first = parts.get(0).path("body");
              parts.stream()
                  .filter(part -> part.has("body"))
                  .forEach(part -> part.asObject().set("body", first));
            }));
  }

  private interface Text {
    String of(JsonNode body);
  }

  private static Fault body(String what, String does, Text text) {
    return each(
        what,
        does,
        part -> {
          if (part.has("body")) {
            part.put("body", text.of(part.path("body")));
          }
        });
  }

  private static String id(JsonNode part) {
    return part.path("id").asString("");
  }

  private static void swap(List<JsonNode> parts, String member) {
    ObjectNode first = parts.get(0).asObject();
    ObjectNode last = parts.get(parts.size() - 1).asObject();
    JsonNode kept = first.get(member);
    first.set(member, last.get(member));
    last.set(member, kept);
  }

  private static Stream<Integer> statuses(Answer answer) {
    return Edits.read(answer)
        .path("responses")
        .valueStream()
        .map(part -> part.path("status").intValue(0));
  }

  private static Fault each(String what, String does, Consumer<ObjectNode> change) {
    return parts(what, does, parts -> parts.forEach(part -> change.accept(part.asObject())));
  }

  private static Fault parts(String what, String does, Consumer<List<JsonNode>> change) {
    return root(
        what,
        does,
        root -> {
          List<JsonNode> parts = new ArrayList<>();
          root.path("responses").forEach(parts::add);
          if (!parts.isEmpty()) {
            change.accept(parts);
          }
          ArrayNode responses = root.putArray("responses");
          parts.forEach(responses::add);
        });
  }

  private static Fault root(String what, String does, Consumer<ObjectNode> change) {
    return answer(what, does, answer -> Edits.root(answer, change));
  }

  private static Fault answer(String what, String does, UnaryOperator<Answer> change) {
    return new ShapeFault(
        "batch-" + what,
        GraphOperation.BATCH,
        "$batch " + does,
        (call, clean, again) -> clean.success() ? change.apply(clean) : clean);
  }
}
