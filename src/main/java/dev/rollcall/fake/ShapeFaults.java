package dev.rollcall.fake;

import dev.rollcall.fake.Fault.OfShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Faults of form: an answer that is rendered already is changed, for one operation at a time. */
final class ShapeFaults {
  static final String STRANGER = "dddddddd-dddd-4ddd-8ddd-dddddddddddd";

  private ShapeFaults() {}

  static List<OfShape> all() {
    var faults = new ArrayList<OfShape>();
    for (Operation operation : Operation.values()) {
      statuses(operation, faults);
      errors(operation, faults);
      if (!operation.isRead()) {
        faults.add(
            fault(
                operation,
                "answers-with-body",
                "success has a body",
                onSuccess(
                    (answer, call) ->
                        answer.withBody(bytes("{}")).with("Content-Type", "application/json"))));
      }
    }
    faults.addAll(ReadFaults.all());
    faults.add(
        fault(
            Operation.CLEAR_USER_PREFERRED_PRESENCE,
            "no-body-refused",
            "a request without a body is refused",
            onSuccess(
                (answer, call) ->
                    call.hasBody() ? answer : Envelope.of(Refusal.unsupportedMediaType(), call))));
    return List.copyOf(faults);
  }

  private static void statuses(Operation on, List<OfShape> faults) {
    faults.add(
        fault(
            on,
            "wrong-status",
            "success is 202",
            onSuccess((answer, call) -> answer.withStatus(202))));
    faults.add(
        fault(
            on,
            "server-error",
            "success is 500",
            onSuccess((answer, call) -> Envelope.of(500, "generalException", "It failed.", call))));
    faults.add(
        fault(
            on,
            "error-status-200",
            "errors have status 200",
            onError((answer, call) -> answer.withStatus(200))));
    faults.add(fault(on, "accepts-anonymous", "no token is needed", onStatus(401, on)));
    if (on != Operation.GET_PRESENCES_BY_USER_ID) { // it leaves unknown users out anyway
      faults.add(
          fault(on, "unknown-user-accepted", "what is not found is answered", onStatus(404, on)));
    }
  }

  private static void errors(Operation on, List<OfShape> faults) {
    faults.add(
        fault(
            on, "error-without-code", "errors lack a code", onError(error(e -> e.remove("code")))));
    faults.add(
        fault(
            on,
            "error-without-message",
            "errors lack a message",
            onError(error(e -> e.remove("message")))));
    faults.add(
        fault(
            on,
            "error-without-inner-error",
            "errors lack an innerError",
            onError(error(e -> e.remove("innerError")))));
    faults.add(
        fault(
            on,
            "error-not-json",
            "errors are HTML",
            onError(
                (answer, call) ->
                    answer.withBody(bytes("<h1>Error</h1>")).with("Content-Type", "text/html"))));
    faults.add(
        fault(
            on,
            "request-id-missing",
            "answers lack request-id",
            (answer, call) -> answer.without("request-id")));
    faults.add(
        fault(
            on,
            "client-request-id-lost",
            "client-request-id is not echoed",
            (answer, call) -> answer.with("client-request-id", UUID.randomUUID().toString())));
  }

  static OfShape fault(
      Operation on, String what, String description, BiFunction<Answer, Call, Answer> change) {
    return new OfShape(on, on.id() + "-" + what, description, change);
  }

  static BiFunction<Answer, Call, Answer> onSuccess(BiFunction<Answer, Call, Answer> change) {
    return (answer, call) -> answer.status() == 200 ? change.apply(answer, call) : answer;
  }

  private static BiFunction<Answer, Call, Answer> onError(BiFunction<Answer, Call, Answer> change) {
    return (answer, call) -> answer.isError() ? change.apply(answer, call) : answer;
  }

  /** Success instead of this status, made up where it has a body. */
  private static BiFunction<Answer, Call, Answer> onStatus(int status, Operation on) {
    return (answer, call) -> answer.status() == status ? madeUp(on, call) : answer;
  }

  private static Answer madeUp(Operation on, Call call) {
    return switch (on.family()) {
      case READS ->
          Answer.json(
              bytes(
                  "{\"id\":\""
                      + (call.isMe() ? STRANGER : call.id())
                      + "\",\"availability\":\"Away\",\"activity\":\"Away\"}"));
      case BATCH_READS -> Answer.json(bytes("{\"value\":[]}"));
      case SESSIONS, PREFERENCES, STATUS_MESSAGES -> Answer.done();
    };
  }

  private static BiFunction<Answer, Call, Answer> error(Consumer<ObjectNode> change) {
    return (answer, call) -> answer.edited(root -> change.accept((ObjectNode) root.get("error")));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
