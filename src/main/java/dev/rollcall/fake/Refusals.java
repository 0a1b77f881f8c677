package dev.rollcall.fake;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says of requests that were refused what was wrong with them. */
final class Refusals {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Refusals() {}

  /** One line, and one more for the body if there was one. */
  static String explained(AnsweredRequest request) {
    String line =
        request.method() + " " + request.path() + ": " + request.status() + reason(request);
    return request.sent().isEmpty() ? line : line + System.lineSeparator() + "  " + request.sent();
  }

  private static String reason(AnsweredRequest request) {
    if (request.status() == 404 && Route.of(request.path()).isEmpty()) {
      return ", no such path; the nearest is " + NearestPath.to(request.path());
    }
    JsonNode error = error(request.answer());
    String code = error.path("code").asString("");
    String message = error.path("message").asString("");
    return (code.isEmpty() ? "" : " " + code) + (message.isEmpty() ? "" : ", " + message);
  }

  private static JsonNode error(String answer) {
    try {
      return MAPPER.readTree(answer).path("error");
    } catch (JacksonException e) {
      // A stub of somebody's own, or an answer too long to keep, says no more than its status.
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
