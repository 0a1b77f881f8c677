package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.ShapeFault;
import dev.rollcall.fake.call.Version;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Shape faults of the beta version alone. */
final class VersionFaults {
  private VersionFaults() {}

  static Stream<Fault> all() {
    return GraphOperation.all()
        .filter(operation -> operation != GraphOperation.BATCH)
        .flatMap(
            operation ->
                operation.reads()
                    ? Stream.of(notFound(operation), context(operation))
                    : Stream.of(notFound(operation)));
  }

  private static Fault notFound(GraphOperation operation) {
    return new ShapeFault(
        operation.text() + "-beta-not-found",
        operation,
        operation.text() + " is not served in beta",
        (call, clean, again) ->
            isBeta(call) && clean.success()
                ? Envelope.of(Refused.notFound("There is nothing at this path."), call)
                : clean);
  }

  private static Fault context(GraphOperation operation) {
    return new ShapeFault(
        operation.text() + "-beta-context-stable",
        operation,
        operation.text() + " answers the context of v1.0 in beta",
        (call, clean, again) ->
            isBeta(call) && clean.success() ? Edits.root(clean, VersionFaults::stable) : clean);
  }

  private static void stable(ObjectNode root) {
    String context = root.path("@odata.context").asString("");
    root.put("@odata.context", context.replace(Version.BETA.metadata(), Version.V1.metadata()));
  }

  private static boolean isBeta(Call call) {
    return call.route().filter(route -> route.version() == Version.BETA).isPresent();
  }
}
