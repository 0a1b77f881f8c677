package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.ShapeFault;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shape faults of the workLocation of a presence that is read. Those of form add one where there is
 * none; those of content spoil one that is there.
 */
final class WorkLocationFaults {
  private static final String LOCATION = "workLocation";
  private static final String SOURCE = "source";
  private static final String TYPE = "workLocationType";
  private static final String PLACE = "placeId";

  private WorkLocationFaults() {}

  static Stream<Fault> all() {
    return GraphOperation.all()
        .filter(GraphOperation::reads)
        .flatMap(
            op ->
                Stream.of(members(op, SOURCE, "source"), members(op, TYPE, "type"), whole(op))
                    .flatMap(each -> each));
  }

  private static Stream<Fault> members(GraphOperation op, String member, String name) {
    return Stream.of(
        form(op, name + "-missing", "leaves out its " + member, each -> each.remove(member)),
        form(op, name + "-null", "answers null as its " + member, each -> each.putNull(member)),
        form(
            op, name + "-number", "answers a number as its " + member, each -> each.put(member, 1)),
        form(
            op,
            name + "-unknown",
            "answers as its " + member + " what does not exist",
            each -> each.put(member, "elsewhere")),
        form(
            op,
            name + "-capital",
            "gives its " + member + " a capital letter",
            each -> each.put(member, capital(each.path(member).asString()))));
  }

  private static Stream<Fault> whole(GraphOperation op) {
    return Stream.of(
        presence(op, "string", "answers a string", p -> p.put(LOCATION, "remote")),
        presence(
            op,
            "array",
            "answers a list",
            p -> p.putArray(LOCATION).addObject().put(TYPE, "remote")),
        form(op, "place-number", "answers a number as id of the place", e -> e.put(PLACE, 5)),
        form(
            op,
            "none-with-office",
            "answers that nobody said office",
            each -> each.put(SOURCE, "none").put(TYPE, "office")),
        presence(op, "missing", "leaves it out", p -> p.remove(LOCATION)),
        content(
            op,
            "other-type",
            "answers another type",
            each ->
                each.put(TYPE, each.path(TYPE).asString().equals("remote") ? "office" : "remote")),
        content(
            op,
            "other-source",
            "answers another source",
            each ->
                each.put(
                    SOURCE,
                    each.path(SOURCE).asString().equals("manual") ? "automatic" : "manual")),
        content(
            op, "other-place", "answers another place", each -> each.put(PLACE, "somewhere-else")));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Fault form(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return presence(
        op,
        what,
        does,
        p -> {
          if (!p.has(LOCATION)) {
            p.putObject(LOCATION).put(SOURCE, "none").put(TYPE, "unspecified").putNull(PLACE);
          }
          change.accept(p.withObject(LOCATION));
        });
  }

  private static Fault content(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return presence(
        op,
        what,
        does,
        p -> {
          if (p.has(LOCATION)) {
            change.accept(p.withObject(LOCATION));
          }
        });
  }

  private static Fault presence(
      GraphOperation op, String what, String does, Consumer<ObjectNode> change) {
    return new ShapeFault(
        op.text() + "-work-location-" + what,
        op,
        op.text() + ", of the workLocation, " + does,
        (call, clean, again) -> clean.success() ? Edits.presences(clean, change) : clean);
  }
}
