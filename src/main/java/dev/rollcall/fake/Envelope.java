package dev.rollcall.fake;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Graph's form of an error (facts 6.2). */
final class Envelope {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Envelope() {}

  static Answer of(Refusal refusal, Call call) {
    return of(refusal.status(), refusal.code(), refusal.getMessage(), call);
  }

  static Answer of(int status, String code, String message, Call call) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    ObjectNode error = root.putObject("error").put("code", code).put("message", message);
    error
        .putObject("innerError")
        .put("date", DATE.format(call.now()))
        .put("request-id", call.requestId())
        .put("client-request-id", call.clientRequestId());
    return new Answer(
        status,
        Map.of("Content-Type", "application/json"),
        JsonMapper.shared().writeValueAsBytes(root));
  }
}
