package dev.rollcall.contract.ask;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of setPresence.
 *
 * @param app sessionId; empty for the calling application's
 */
public record Session(Pair pair, Optional<String> app, Optional<String> expirationDuration) {

  public static Session of(Pair pair) {
    return new Session(pair, Optional.empty(), Optional.empty());
  }

  public Session lasting(Duration duration) {
    return lasting(duration.toString());
  }

  public Session lasting(String duration) {
    return new Session(pair, app, Optional.of(duration));
  }

  public Session from(String otherApp) {
    return new Session(pair, Optional.of(otherApp), expirationDuration);
  }

  public ObjectNode json(String callingApp) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("sessionId", app.orElse(callingApp));
    body.put("availability", pair.availability());
    body.put("activity", pair.activity());
    expirationDuration.ifPresent(duration -> body.put("expirationDuration", duration));
    return body;
  }
}
