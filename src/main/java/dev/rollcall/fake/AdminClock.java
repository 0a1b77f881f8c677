package dev.rollcall.fake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The clock over HTTP. */
final class AdminClock {
  private static final String FORM =
      "send either {\"advance\": \"PT5M\"} or {\"now\": \"2027-01-31T12:00:00Z\"}";

  private final FakeClock clock;

  AdminClock(FakeClock clock) {
    this.clock = clock;
  }

  Map<String, Object> shown() {
    return Map.of("now", clock.instant().toString());
  }

  Map<String, Object> move(JsonNode body) {
    if (body.has("advance") == body.has("now")) {
      throw new IllegalArgumentException("it is not clear how to move the clock; " + FORM);
    }
    Instant now =
        body.has("advance")
            ? clock.advance(read(body.get("advance"), Duration::parse))
            : clock.moveTo(read(body.get("now"), Instant::parse));
    return Map.of("now", now.toString());
  }

  private static <T> T read(JsonNode value, Function<String, T> parse) {
    if (!value.isString()) {
      throw new IllegalArgumentException("the time is not a string; " + FORM);
    }
    try {
      return parse.apply(value.stringValue());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the time cannot be read; " + FORM, e);
    }
  }
}
