package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.ShapeFault;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Shape faults of what actions answer when they succeed. */
final class ActionFaults {
  private ActionFaults() {}

  static Stream<Fault> all() {
    return Stream.concat(
        onSuccess(),
        GraphOperation.all().filter(GraphOperation::needsNoBody).map(ActionFaults::noBodyRefused));
  }

  private static Fault noBodyRefused(GraphOperation operation) {
    return new ShapeFault(
        operation.text() + "-no-body-refused",
        operation,
        operation.text() + " refuses a request without a body",
        (call, clean, again) ->
            clean.success() && call.body().length == 0
                ? Envelope.of(Refused.unsupportedBody(), call)
                : clean);
  }

  private static Stream<Fault> onSuccess() {
    return GraphOperation.all()
        .filter(GraphOperation::acts)
        .flatMap(
            operation ->
                Stream.of(
                    done(
                        operation,
                        "answers-with-body",
                        "answers success with a body",
                        answer ->
                            answer
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"done\":true}".getBytes(StandardCharsets.UTF_8))),
                    done(
                        operation,
                        "no-content",
                        "answers success with 204",
                        answer -> answer.withStatus(204))));
  }

  private static Fault done(
      GraphOperation operation, String what, String does, UnaryOperator<Answer> change) {
    return new ShapeFault(
        operation.text() + "-" + what,
        operation,
        operation.text() + " " + does,
        (call, clean, again) -> clean.success() ? change.apply(clean) : clean);
  }
}
