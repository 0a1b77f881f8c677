package dev.rollcall.contract;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of setPresence.
 *
 * @param app sessionId; empty for the calling application's
 */
record Session(Pair pair, Optional<String> app, Optional<String> expirationDuration) {

  static Session of(Pair pair) {
    return new Session(pair, Optional.empty(), Optional.empty());
  }

  Session lasting(Duration duration) {
    return lasting(duration.toString());
  }

  Session lasting(String duration) {
    return new Session(pair, app, Optional.of(duration));
  }

  Session from(String otherApp) {
    return new Session(pair, Optional.of(otherApp), expirationDuration);
  }

  ObjectNode json(String callingApp) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("sessionId", app.orElse(callingApp));
    body.put("availability", pair.availability());
    body.put("activity", pair.activity());
    expirationDuration.ifPresent(duration -> body.put("expirationDuration", duration));
    return body;
  }
}
