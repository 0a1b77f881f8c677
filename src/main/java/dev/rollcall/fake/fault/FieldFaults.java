package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.ShapeFault;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shape faults of the members of a presence, field by field, where {@link PresenceFaults} has none:
 * absent, null, of another type, of another field. Members that a service may leave out are spoilt
 * where they say something.
 */
final class FieldFaults {
  private static final String OUT = "outOfOfficeSettings";
  private static final String STATUS = "statusMessage";
  private static final String EXPIRY = "expiryDateTime";
  private static final String PUBLISHED = "publishedDateTime";

  private FieldFaults() {}

  static Stream<Fault> all() {
    return Stream.concat(
        GraphOperation.all()
            .filter(GraphOperation::reads)
            .flatMap(
                op ->
                    Stream.of(values(op), pairs(op), outOfOffice(op), text(op), context(op))
                        .flatMap(each -> each)),
        Stream.concat(expiry(), published()));
  }

  private static Stream<Fault> values(GraphOperation op) {
    return Stream.of(
        edit(op, "id-array", "answers a list as id", p -> wrap(p, "id")),
        edit(op, "id-empty", "answers an empty id", p -> p.put("id", "")),
        edit(
            op,
            "id-in-braces",
            "answers ids in braces",
            p -> p.put("id", "{" + text(p, "id") + "}")),
        edit(
            op,
            "id-without-hyphens",
            "answers ids without hyphens",
            p -> p.put("id", text(p, "id").replace("-", ""))),
        edit(op, "availability-empty", "answers no availability", p -> p.put("availability", "")),
        edit(
            op,
            "availability-object",
            "answers an object as availability",
            p -> p.putObject("availability").put("value", "Busy")),
        edit(
            op,
            "availability-upper-case",
            "answers availability in capitals",
            p -> p.put("availability", text(p, "availability").toUpperCase(Locale.ROOT))),
        edit(op, "activity-empty", "answers no activity", p -> p.put("activity", "")),
        edit(
            op,
            "activity-object",
            "answers an object as activity",
            p -> p.putObject("activity").put("value", "Busy")),
        edit(
            op,
            "activity-upper-case",
            "answers activity in capitals",
            p -> p.put("activity", text(p, "activity").toUpperCase(Locale.ROOT))),
        edit(
            op,
            "sequence-number-empty",
            "answers no sequenceNumber",
            p -> p.put("sequenceNumber", "")),
        edit(
            op,
            "sequence-number-array",
            "answers a list as sequenceNumber",
            p -> wrap(p, "sequenceNumber")),
        edit(
            op,
            "sequence-number-far-ahead",
            "answers a sequenceNumber of a time to come",
            p -> p.put("sequenceNumber", "A9999999999")));
  }

  private static Stream<Fault> pairs(GraphOperation op) {
    return Stream.of(
        edit(
            op,
            "pair-swapped",
            "answers activity as availability and the reverse",
            p -> {
              String availability = text(p, "availability");
              p.put("availability", text(p, "activity")).put("activity", availability);
            }),
        edit(
            op,
            "activity-copies-availability",
            "answers availability as activity too",
            p -> p.put("activity", text(p, "availability"))),
        edit(
            op,
            "availability-copies-activity",
            "answers activity as availability too",
            p -> p.put("availability", text(p, "activity"))),
        edit(
            op,
            "pair-always-available",
            "answers Available for everybody",
            p -> p.put("availability", "Available").put("activity", "Available")),
        edit(
            op,
            "pair-always-unknown",
            "answers PresenceUnknown for everybody",
            p -> p.put("availability", "PresenceUnknown").put("activity", "PresenceUnknown")));
  }

  private static Stream<Fault> outOfOffice(GraphOperation op) {
    return Stream.of(
        edit(op, "out-of-office-missing", "leaves outOfOfficeSettings out", p -> p.remove(OUT)),
        edit(op, "out-of-office-null", "answers null as outOfOfficeSettings", p -> p.putNull(OUT)),
        edit(op, "out-of-office-array", "answers a list as outOfOfficeSettings", p -> wrap(p, OUT)),
        out(op, "flag-missing", "leaves isOutOfOffice out", o -> o.remove("isOutOfOffice")),
        out(op, "flag-null", "answers null as isOutOfOffice", o -> o.putNull("isOutOfOffice")),
        out(op, "flag-number", "answers 0 as isOutOfOffice", o -> o.put("isOutOfOffice", 0)),
        out(op, "flag-always", "says of everybody to be out", o -> o.put("isOutOfOffice", true)),
        out(op, "flag-never", "says of nobody to be out", o -> o.put("isOutOfOffice", false)),
        out(op, "message-missing", "leaves the out-of-office text out", o -> o.remove("message")),
        out(op, "message-null", "answers null as out-of-office text", o -> o.putNull("message")),
        out(op, "message-array", "answers a list as out-of-office text", o -> wrap(o, "message")),
        out(
            op,
            "message-other",
            "answers another out-of-office text",
            o -> o.put("message", "something else")));
  }

  private static Stream<Fault> text(GraphOperation op) {
    return Stream.of(
        edit(op, "status-message-missing", "leaves statusMessage out", p -> p.remove(STATUS)),
        edit(op, "status-message-null", "answers null as statusMessage", p -> p.putNull(STATUS)),
        edit(op, "status-message-array", "answers a list as statusMessage", p -> wrap(p, STATUS)),
        status(op, "text-missing", "leaves the text of the message out", s -> s.remove("message")),
        status(op, "text-null", "answers null as text of the message", s -> s.putNull("message")),
        status(
            op,
            "text-string",
            "answers a string as text of the message",
            s -> s.put("message", "at lunch")),
        item(op, "content-missing", "leaves content out", m -> m.remove("content")),
        item(op, "content-null", "answers null as content", m -> m.putNull("content")),
        item(op, "content-array", "answers a list as content", m -> wrap(m, "content")),
        item(op, "content-empty", "answers no content", m -> m.put("content", "")),
        item(op, "content-type-missing", "leaves contentType out", m -> m.remove("contentType")),
        item(op, "content-type-null", "answers null as contentType", m -> m.putNull("contentType")),
        item(op, "content-type-number", "answers 0 as contentType", m -> m.put("contentType", 0)));
  }

  private static Stream<Fault> context(GraphOperation op) {
    String context = "@odata.context";
    return Stream.of(
        root(op, "context-number", "answers a number as context", root -> root.put(context, 1)),
        root(
            op,
            "context-of-another-type",
            "answers the context of users",
            root -> root.put(context, "https://graph.microsoft.com/v1.0/$metadata#users/$entity")));
  }

  // What only the owner sees, so only where one presence is read.
  private static Stream<Fault> expiry() {
    return Stream.of(
        own("expiry-string", "answers a string as expiry", s -> s.put(EXPIRY, "soon")),
        own("expiry-number", "answers a number as expiry", s -> s.put(EXPIRY, 1)),
        own("expiry-null", "answers null as expiry", s -> s.putNull(EXPIRY)),
        end("date-time-null", "answers null as dateTime", e -> e.putNull("dateTime")),
        end("date-time-number", "answers a number as dateTime", e -> e.put("dateTime", 1)),
        end("date-time-word", "answers a word as dateTime", e -> e.put("dateTime", "tomorrow")),
        end(
            "date-time-other",
            "answers an expiry a year late",
            e -> e.put("dateTime", "2100-01-01T00:00:00.0000000")),
        end("time-zone-missing", "leaves timeZone out", e -> e.remove("timeZone")),
        end("time-zone-null", "answers null as timeZone", e -> e.putNull("timeZone")),
        end("time-zone-number", "answers a number as timeZone", e -> e.put("timeZone", 0)),
        end("time-zone-unknown", "answers a zone of no name", e -> e.put("timeZone", "Narnia")),
        end(
            "time-zone-other",
            "answers the same dateTime in another zone",
            e -> e.put("timeZone", "Tokyo Standard Time")));
  }

  private static Stream<Fault> published() {
    return Stream.of(
        own("published-null", "answers null as time of publication", s -> s.putNull(PUBLISHED)),
        own(
            "published-number",
            "answers a number as time of publication",
            s -> s.put(PUBLISHED, 1)),
        own(
            "published-without-zone",
            "answers a time of publication without a zone",
            s -> s.put(PUBLISHED, text(s, PUBLISHED).replace("Z", ""))),
        own(
            "published-long-ago",
            "answers a time of publication long ago",
            s -> s.put(PUBLISHED, "2001-01-01T00:00:00.0000000Z")));
  }

  private static String text(JsonNode object, String member) {
    return object.path(member).asString("");
  }

  private static void wrap(ObjectNode object, String member) {
    JsonNode value = object.get(member);
    object.putArray(member).add(value);
  }

  private static Fault out(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return edit(op, "out-of-office-" + what, does, p -> change.accept(p.withObject(OUT)));
  }

  private static Fault status(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return edit(
        op,
        "status-message-" + what,
        does,
        p -> {
          if (p.path(STATUS).isObject()) {
            change.accept(p.withObject(STATUS));
          }
        });
  }

  private static Fault item(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return status(op, what, does, s -> change.accept(s.withObject("message")));
  }

  private static Fault own(String what, String does, Consumer<ObjectNode> change) {
    return status(
        GraphOperation.GET_PRESENCE,
        what,
        does,
        s -> {
          if (s.has(PUBLISHED)) {
            change.accept(s);
          }
        });
  }

  private static Fault end(String what, String does, Consumer<ObjectNode> change) {
    return own(
        "expiry-" + what,
        does,
        s -> {
          if (s.path(EXPIRY).isObject()) {
            change.accept(s.withObject(EXPIRY));
          }
        });
  }

  private static Fault edit(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return shape(op, what, does, answer -> Edits.presences(answer, change));
  }

  private static Fault root(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return shape(op, what, does, answer -> Edits.root(answer, change));
  }

  private static Fault shape(
      GraphOperation op, String what, String does, UnaryOperator<Answer> change) {
    return new ShapeFault(
        op.text() + "-" + what,
        op,
        op.text() + " " + does,
        (call, clean, again) -> clean.success() ? change.apply(clean) : clean);
  }
}
