package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.call.Route;
import dev.rollcall.fake.call.ShapeFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shape faults of errors and of the ids of requests, on every operation, where {@link AnswerFaults}
 * has none.
 */
final class ErrorFaults {
  private static final String REPEATED = "00000000-0000-4000-8000-000000000001";

  private ErrorFaults() {}

  static Stream<Fault> all() {
    return GraphOperation.all()
        .flatMap(
            op ->
                Stream.of(statuses(op), envelopes(op), bodies(op), ids(op)).flatMap(each -> each));
  }

  private static Stream<Fault> statuses(GraphOperation op) {
    Stream<Fault> every =
        Stream.of(
            status(op, "anonymous-bad-request", 401, 400),
            status(op, "anonymous-server-error", 401, 500),
            status(op, "wrong-method-bad-request", 405, 400),
            status(op, "wrong-method-server-error", 405, 501));
    Stream<Fault> users =
        op.namesUser()
            ? Stream.of(
                status(op, "unknown-user-bad-request", 404, 400),
                status(op, "unknown-user-server-error", 404, 500),
                new ShapeFault(
                    op.text() + "-malformed-id-server-error",
                    op,
                    op.text() + " answers 500 where the id in the path is no GUID",
                    (call, clean, again) ->
                        clean.status() == 400 && malformed(call) ? clean.withStatus(500) : clean))
            : Stream.empty();
    Stream<Fault> bodies =
        op == GraphOperation.GET_PRESENCE
            ? Stream.empty()
            : Stream.of(
                status(op, "bad-request-unprocessable", 400, 422),
                status(op, "bad-request-forbidden", 400, 403),
                status(op, "bad-request-conflict", 400, 409),
                status(op, "wrong-content-type-server-error", 415, 500));
    return Stream.of(every, users, bodies).flatMap(each -> each);
  }

  private static boolean malformed(Call call) {
    String user = call.route().map(Route::user).orElse("");
    return !user.isEmpty() && Guid.of(user).isEmpty();
  }

  private static Stream<Fault> envelopes(GraphOperation op) {
    return Stream.of(
        root(op, "error-null", "with null for error", root -> root.putNull("error")),
        root(op, "error-string", "with a string for error", root -> root.put("error", "no")),
        root(
            op,
            "error-array",
            "with a list for error",
            root -> root.putArray("error").addObject().put("code", "x").put("message", "y")),
        root(
            op,
            "error-in-capitals",
            "with its members in capitals",
            root -> root.set("Error", root.remove("error"))),
        error(op, "error-code-null", "with null for code", error -> error.putNull("code")),
        error(op, "error-code-array", "with a list for code", error -> error.putArray("code")),
        error(op, "error-message-null", "with null for message", error -> error.putNull("message")),
        error(
            op,
            "error-message-number",
            "with a number for message",
            error -> error.put("message", 5)),
        error(
            op,
            "error-message-object",
            "with an object for message",
            error -> error.putObject("message").put("lang", "en").put("value", "no")),
        error(
            op,
            "error-inner-error-string",
            "with a string for innerError",
            error -> error.put("innerError", "no")),
        error(
            op,
            "error-date-unreadable",
            "with a date that is none",
            error -> error.withObject("innerError").put("date", "yesterday")),
        error(
            op,
            "error-date-number",
            "with a number for date",
            error -> error.withObject("innerError").put("date", 1)));
  }

  private static Stream<Fault> bodies(GraphOperation op) {
    return Stream.of(
        errors(
            op,
            "error-content-type-text",
            "declares errors to be plain text",
            answer -> answer.withHeader("Content-Type", "text/plain")),
        errors(
            op,
            "error-without-content-type",
            "does not say what errors are",
            answer -> answer.withoutHeader("Content-Type")),
        errors(
            op,
            "error-empty-body",
            "answers errors without a body",
            answer -> answer.withBody(new byte[0])),
        errors(
            op,
            "error-cut-body",
            "answers the first half of an error as if it were all",
            answer -> answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2))),
        errors(
            op,
            "error-bare-text",
            "answers errors as a sentence",
            answer ->
                new Answer(
                    answer.status(),
                    Map.of("Content-Type", "text/plain"),
                    "Sorry".getBytes(StandardCharsets.UTF_8))));
  }

  private static Stream<Fault> ids(GraphOperation op) {
    return Stream.of(
        new ShapeFault(
            op.text() + "-request-id-repeated",
            op,
            op.text() + " gives every request one request-id",
            (call, clean, again) ->
                clean
                    .withBody(repeated(clean.body(), call.requestId()))
                    .withHeader("request-id", REPEATED)),
        success(
            op,
            "request-id-no-guid",
            "gives a request-id that is no GUID",
            answer -> answer.withHeader("request-id", "42")),
        success(
            op,
            "request-id-missing",
            "gives no request-id",
            answer -> answer.withHeader("request-id", "")),
        success(
            op,
            "client-request-id-missing",
            "gives no client-request-id",
            answer -> answer.withHeader("client-request-id", "")));
  }

  private static byte[] repeated(byte[] body, String requestId) {
    return new String(body, StandardCharsets.UTF_8)
        .replace(requestId, REPEATED)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Fault success(
      GraphOperation op, String what, String does, UnaryOperator<Answer> change) {
    return when(op, what, does, Answer::success, change);
  }

  private static Fault errors(
      GraphOperation op, String what, String does, UnaryOperator<Answer> change) {
    return when(op, what, does, answer -> !answer.success(), change);
  }

  private static Fault root(
      GraphOperation op, String what, String with, Consumer<ObjectNode> change) {
    return errors(op, what, "answers errors " + with, answer -> Edits.root(answer, change));
  }

  private static Fault error(
      GraphOperation op, String what, String with, Consumer<ObjectNode> change) {
    return root(op, what, with, root -> change.accept(root.withObject("error")));
  }

  private static Fault status(GraphOperation op, String what, int clean, int wrong) {
    return when(
        op,
        what,
        "answers " + wrong + " where it should answer " + clean,
        answer -> answer.status() == clean,
        answer -> answer.withStatus(wrong));
  }

  private static Fault when(
      GraphOperation op,
      String what,
      String does,
      Predicate<Answer> where,
      UnaryOperator<Answer> change) {
    return new ShapeFault(
        op.text() + "-" + what,
        op,
        op.text() + " " + does,
        (call, clean, again) -> where.test(clean) ? change.apply(clean) : clean);
  }
}
