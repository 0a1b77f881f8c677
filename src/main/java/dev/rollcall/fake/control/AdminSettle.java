package dev.rollcall.fake.control;

import dev.rollcall.fake.world.Settling;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How long reads lag, over HTTP. */
final class AdminSettle {
  private static final String FORM = "send {\"delay\": \"PT0.2S\"}";

  private final Settling settling;

  AdminSettle(Settling settling) {
    this.settling = settling;
  }

  Map<String, Object> shown() {
    return Map.of("delay", settling.delay().toString());
  }

  Map<String, Object> put(JsonNode body) {
    if (!body.path("delay").isString()) {
      throw new IllegalArgumentException("it is not clear how long reads should lag; " + FORM);
    }
    try {
      settling.delay(Duration.parse(body.path("delay").stringValue()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the delay cannot be read; " + FORM, e);
    }
    return shown();
  }
}
