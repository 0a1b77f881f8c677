package dev.rollcall.fake;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The throttle over HTTP. */
final class AdminThrottle {
  private static final int MOST = 1_000_000;
  private static final String FORM =
      "send either {\"budgets\": [\"read-api\", \"presence\"]}"
          + " or {\"requests\": 5, \"window\": \"PT30S\"}";

  private final Throttle throttle;

  AdminThrottle(Throttle throttle) {
    this.throttle = throttle;
  }

  Map<String, Object> shown() {
    Limits limits = throttle.limits();
    return limits
        .own()
        .<Map<String, Object>>map(
            own -> Map.of("requests", own.requests(), "window", own.window().toString()))
        .orElseGet(() -> Map.of("budgets", limits.names()));
  }

  Map<String, Object> put(JsonNode body) {
    if (body.has("budgets") == body.has("requests")) {
      throw new IllegalArgumentException("it is not clear what to keep; " + FORM);
    }
    throttle.keep(
        body.has("budgets")
            ? Limits.named(Strings.of(body, "budgets", FORM))
            : Limits.own(requests(body.path("requests")), window(body.path("window"))));
    return shown();
  }

  private static int requests(JsonNode requests) {
    if (!requests.isInt() || requests.intValue() < 1 || requests.intValue() > MOST) {
      throw new IllegalArgumentException("'requests' is no number from 1 to " + MOST + "; " + FORM);
    }
    return requests.intValue();
  }

  private static Duration window(JsonNode window) {
    try {
      Duration length = Duration.parse(window.asString(""));
      if (length.compareTo(Duration.ofSeconds(1)) >= 0
          && length.compareTo(Duration.ofDays(1)) <= 0) {
        return length;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'window' cannot be read; " + FORM, e);
    }
    throw new IllegalArgumentException("'window' is not from PT1S to P1D; " + FORM);
  }
}
