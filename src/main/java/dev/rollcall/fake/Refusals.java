package dev.rollcall.fake;

import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Route;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says of requests that were refused what was wrong with them. */
final class Refusals {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int EXCERPT = 500;

  private Refusals() {}

  /** Of the request itself, or of each part of a batch that was refused; nothing of all others. */
  static Stream<String> of(AnsweredRequest request) {
    if (isRefusal(request.status())) {
      return Stream.of(withBody(request, request.status() + reason(request)));
    }
    return Route.of(request.path())
        .filter(route -> route.operation() == GraphOperation.BATCH)
        .stream()
        .flatMap(batch -> json(request.answer()).path("responses").valueStream())
        .filter(part -> isRefusal(part.path("status").asInt(0)))
        .map(part -> withBody(request, part(part)));
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500;
  }

  /** One line, and one more for the body if there was one. */
  private static String withBody(AnsweredRequest request, String answered) {
    String sent = request.sent();
    String excerpt = sent.length() > EXCERPT ? sent.substring(0, EXCERPT) + "…" : sent;
    return request.method()
        + " "
        + request.path()
        + ": "
        + answered
        + (excerpt.isEmpty() ? "" : System.lineSeparator() + "  " + excerpt);
  }

  private static String reason(AnsweredRequest request) {
    return request.status() == 404 && Route.of(request.path()).isEmpty()
        ? ", no such path; the nearest is " + NearestPath.to(request.path())
        : reason(json(request.answer()));
  }

  private static String part(JsonNode part) {
    return "part "
        + part.path("id").asString("")
        + " "
        + part.path("status").asInt(0)
        + reason(part.path("body"));
  }

  private static String reason(JsonNode envelope) {
    JsonNode error = envelope.path("error");
    String code = error.path("code").asString("");
    String message = error.path("message").asString("");
    return (code.isEmpty() ? "" : " " + code) + (message.isEmpty() ? "" : ", " + message);
  }

  private static JsonNode json(String answer) {
    try {
      return MAPPER.readTree(answer);
    } catch (JacksonException e) {
      // A stub of somebody's own, or an answer too long to keep, says no more than its status.
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
