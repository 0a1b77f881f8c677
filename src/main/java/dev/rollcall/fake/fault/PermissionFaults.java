package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Caller;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.ShapeFault;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Shape faults of permissions, operation by operation. */
final class PermissionFaults {
  private PermissionFaults() {}

  static Stream<Fault> all() {
    return GraphOperation.all()
        .filter(operation -> operation != GraphOperation.BATCH)
        .flatMap(
            operation ->
                Stream.of(scopes(operation), callers(operation), others(operation))
                    .flatMap(each -> each));
  }

  private static Stream<Fault> scopes(GraphOperation operation) {
    return Stream.of(
        of(
            operation,
            "scope-ignored",
            "does without any permission",
            (call, clean, again) ->
                isMissing(call, clean) ? again.apply(call.from(call.from().unlimited())) : clean),
        missing(operation, "unauthorized", "with 401", answer -> answer.withStatus(401)),
        missing(operation, "not-found", "with 404", answer -> answer.withStatus(404)),
        missing(operation, "bad-request", "with 400", answer -> answer.withStatus(400)),
        missing(
            operation,
            "without-body",
            "without a body",
            answer -> answer.withBody(new byte[0]).withoutHeader("Content-Type")),
        missing(
            operation,
            "success",
            "with success, and does nothing",
            answer -> AnswerFaults.instead(operation)));
  }

  private static Fault missing(
      GraphOperation operation, String what, String how, UnaryOperator<Answer> change) {
    return of(
        operation,
        "scope-missing-" + what,
        "answers a token that lacks the permission " + how,
        (call, clean, again) -> isMissing(call, clean) ? change.apply(clean) : clean);
  }

  private static boolean isMissing(Call call, Answer clean) {
    return clean.status() == 403 && is(call, Caller::isLimited);
  }

  private static Stream<Fault> callers(GraphOperation operation) {
    Fault personal =
        of(
            operation,
            "personal-account-served",
            "serves personal accounts",
            (call, clean, again) ->
                clean.status() == 400 && is(call, Caller::isPersonal)
                    ? again.apply(call.from(call.from().organised()))
                    : clean);
    Fault application =
        of(
            operation,
            "application-refused",
            "refuses applications",
            (call, clean, again) ->
                clean.success() && is(call, Caller::isApplication)
                    ? Envelope.of(Refused.forbidden(""), call)
                    : clean);
    return operation.locates() ? Stream.of(personal) : Stream.of(personal, application);
  }

  private static Stream<Fault> others(GraphOperation operation) {
    if (!operation.acts()) {
      return Stream.empty();
    }
    return Stream.of(
        of(
            operation,
            "other-user-written",
            "writes for whoever asks",
            (call, clean, again) ->
                isAnothers(call, clean) ? again.apply(call.from(call.from().unlimited())) : clean),
        anothers(operation, "forbidden", "with 403", answer -> answer.withStatus(403)),
        anothers(operation, "not-found", "with 404", answer -> answer.withStatus(404)),
        anothers(
            operation,
            "success",
            "with success, and does nothing",
            answer -> AnswerFaults.instead(operation)),
        anothers(
            operation,
            "in-other-words",
            "without the words that the service begins with",
            answer ->
                Edits.root(
                    answer,
                    root -> root.withObject("error").put("message", "That is not yours."))));
  }

  private static Fault anothers(
      GraphOperation operation, String what, String how, UnaryOperator<Answer> change) {
    return of(
        operation,
        "other-user-" + what,
        "answers who writes for another user " + how,
        (call, clean, again) -> isAnothers(call, clean) ? change.apply(clean) : clean);
  }

  private static boolean isAnothers(Call call, Answer clean) {
    return clean.status() == 401 && is(call, Caller::isLimited);
  }

  private static boolean is(Call call, Predicate<Caller> kind) {
    return call.caller().filter(kind).isPresent();
  }

  private static Fault of(
      GraphOperation operation, String what, String does, ShapeFault.Shape shape) {
    return new ShapeFault(
        operation.text() + "-" + what, operation, operation.text() + " " + does, shape);
  }
}
