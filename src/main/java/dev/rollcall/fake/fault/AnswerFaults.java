package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.call.Route;
import dev.rollcall.fake.call.ShapeFault;
import dev.rollcall.fake.call.ShapeFault.Shape;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Shape faults that every operation can have: wrong status, wrong envelope, doors left open. */
final class AnswerFaults {
  private AnswerFaults() {}

  static Stream<Fault> all() {
    return GraphOperation.all().flatMap(AnswerFaults::of);
  }

  private static Stream<Fault> of(GraphOperation operation) {
    String name = operation.text();
    Stream<Fault> most =
        Stream.of(
            success(operation, "wrong-status", "answers success with 202", a -> a.withStatus(202)),
            new ShapeFault(
                name + "-server-error",
                operation,
                name + " answers 500 where it should succeed",
                (call, clean, again) ->
                    clean.success()
                        ? Envelope.of(500, "generalException", "Something went wrong.", call)
                        : clean),
            error(operation, "error-without-code", "code", error -> error.remove("code")),
            error(operation, "error-without-message", "message", error -> error.remove("message")),
            error(operation, "error-code-number", "code", error -> error.put("code", 42)),
            error(
                operation,
                "error-without-inner-error",
                "innerError",
                error -> error.remove("innerError")),
            errors(
                operation,
                "error-without-envelope",
                "answers errors as a bare object",
                answer -> Edits.whole(answer, node -> node.get("error"))),
            errors(
                operation,
                "error-as-page",
                "answers errors as HTML",
                answer ->
                    new Answer(
                        answer.status(),
                        Map.of("Content-Type", "text/html"),
                        "<html><body>Sorry</body></html>".getBytes(StandardCharsets.UTF_8))),
            error(
                operation,
                "error-date-with-zone",
                "innerError.date",
                error -> date(error, text -> text + "Z")),
            error(
                operation,
                "error-date-local",
                "innerError.date",
                error -> date(error, text -> LocalDateTime.parse(text).plusHours(2).toString())),
            errors(
                operation, "error-status-200", "answers errors with 200", a -> a.withStatus(200)),
            errors(
                operation, "error-status-500", "answers errors with 500", a -> a.withStatus(500)),
            errors(
                operation,
                "error-code-other",
                "answers errors with a code of no meaning",
                answer -> Edits.root(answer, root -> root.withObject("error").put("code", "Oops"))),
            errors(
                operation,
                "request-id-other",
                "answers errors with another request-id in the header than in the body",
                answer -> answer.withHeader("request-id", "00000000-0000-4000-8000-000000000000")),
            new ShapeFault(
                name + "-client-request-id-other",
                operation,
                name + " does not send the caller's client-request-id back",
                (call, clean, again) ->
                    clean.withHeader("client-request-id", "00000000-0000-4000-8000-000000000000")),
            new ShapeFault(
                name + "-accepts-anonymous",
                operation,
                name + " needs no token",
                (call, clean, again) ->
                    clean.status() == 401 ? again.apply(call.withBearer()) : clean),
            status(operation, "anonymous-forbidden", 401, 403),
            status(operation, "anonymous-not-found", 401, 404),
            accepts(operation, "wrong-method-accepted", clean -> clean.status() == 405),
            status(operation, "wrong-method-not-found", 405, 404));
    return operation == GraphOperation.GET_PRESENCE
        ? Stream.concat(most, paths(operation))
        : Stream.of(most, paths(operation), bodies(operation)).flatMap(each -> each);
  }

  private static Stream<Fault> paths(GraphOperation operation) {
    return !operation.namesUser()
        ? Stream.empty()
        : Stream.of(
            accepts(operation, "unknown-user-accepted", clean -> clean.status() == 404),
            status(operation, "unknown-user-forbidden", 404, 403),
            new ShapeFault(
                operation.text() + "-malformed-id-accepted",
                operation,
                operation.text() + " answers 200 where the id in the path is no GUID",
                (call, clean, again) -> {
                  String user = call.route().map(Route::user).orElse("");
                  boolean malformed = !user.isEmpty() && Guid.of(user).isEmpty();
                  return clean.status() == 400 && malformed ? instead(operation) : clean;
                }));
  }

  private static Stream<Fault> bodies(GraphOperation operation) {
    return Stream.of(
        accepts(operation, "bad-request-accepted", clean -> clean.status() == 400),
        status(operation, "bad-request-not-found", 400, 404),
        new ShapeFault(
            operation.text() + "-any-content-type-accepted",
            operation,
            operation.text() + " takes bodies that are not declared to be JSON",
            (call, clean, again) -> clean.status() == 415 ? again.apply(call.withJson()) : clean));
  }

  private static Fault success(
      GraphOperation operation, String what, String does, UnaryOperator<Answer> change) {
    return when(operation, what, does, Answer::success, change);
  }

  private static Fault errors(
      GraphOperation operation, String what, String does, UnaryOperator<Answer> change) {
    return when(operation, what, does, answer -> !answer.success(), change);
  }

  private static Fault error(
      GraphOperation operation, String what, String member, Consumer<ObjectNode> change) {
    return errors(
        operation,
        what,
        "answers errors with " + member + " missing or wrong",
        answer -> Edits.root(answer, root -> change.accept(root.withObject("error"))));
  }

  private static void date(ObjectNode error, UnaryOperator<String> change) {
    ObjectNode inner = error.withObject("innerError");
    inner.put("date", change.apply(inner.path("date").asString()));
  }

  private static Fault status(GraphOperation operation, String what, int clean, int wrong) {
    return when(
        operation,
        what,
        "answers " + wrong + " where it should answer " + clean,
        answer -> answer.status() == clean,
        answer -> answer.withStatus(wrong));
  }

  private static Fault accepts(GraphOperation operation, String what, Predicate<Answer> where) {
    return when(
        operation, what, "answers 200 where it should refuse", where, answer -> instead(operation));
  }

  private static Fault when(
      GraphOperation operation,
      String what,
      String does,
      Predicate<Answer> where,
      UnaryOperator<Answer> change) {
    Shape shape = (call, clean, again) -> where.test(clean) ? change.apply(clean) : clean;
    return new ShapeFault(
        operation.text() + "-" + what, operation, operation.text() + " " + does, shape);
  }

  // The success that a fault answers in place of an error.
  static Answer instead(GraphOperation operation) {
    String body =
        switch (operation) {
          case GET_PRESENCE ->
              "{\"id\":\"00000000-0000-0000-0000-000000000000\","
                  + "\"availability\":\"PresenceUnknown\",\"activity\":\"PresenceUnknown\"}";
          case GET_PRESENCES_BY_USER_ID -> "{\"value\":[]}";
          case BATCH -> "{\"responses\":[]}";
          default -> "";
        };
    return body.isEmpty() ? Answer.done() : Answer.presence(body.getBytes(StandardCharsets.UTF_8));
  }
}
