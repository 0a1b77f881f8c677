package dev.rollcall.contract.ask;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What operations are sent; a session is a record of its own. */
public final class Bodies {
  private Bodies() {}

  static ObjectNode ids(List<String> ids) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ids.forEach(body.putArray("ids")::add);
    return body;
  }

  public static ObjectNode preference(Pair pair, Optional<String> life) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("availability", pair.availability());
    body.put("activity", pair.activity());
    life.ifPresent(duration -> body.put("expirationDuration", duration));
    return body;
  }

  public static ObjectNode message(String text, Optional<Instant> expiry) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ObjectNode statusMessage = body.putObject("statusMessage");
    statusMessage.putObject("message").put("content", text).put("contentType", "text");
    expiry.ifPresent(
        instant ->
            statusMessage
                .putObject("expiryDateTime")
                .put(
                    "dateTime",
                    LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(0).toString())
                .put("timeZone", "UTC"));
    return body;
  }

  public static ObjectNode location(String workLocationType) {
    return JsonMapper.shared().createObjectNode().put("workLocationType", workLocationType);
  }
}
