package dev.rollcall.fake.control;

import dev.rollcall.fake.operation.Limits;
import dev.rollcall.fake.operation.Throttle;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The throttle over HTTP. */
final class AdminThrottle {
  private static final int MOST = 1_000_000;
  private static final String FORM =
      "send either {\"budgets\": [\"read-api\", \"presence\"]}"
          + " or {\"requests\": 5, \"window\": \"PT30S\"}"
          + ", and with both, if you like, \"spent\": 4";

  private final Throttle throttle;

  AdminThrottle(Throttle throttle) {
    this.throttle = throttle;
  }

  Map<String, Object> shown() {
    Limits limits = throttle.limits();
    return limits
        .own()
        .<Map<String, Object>>map(
            own ->
                Map.of(
                    "requests", own.requests(),
                    "window", own.window().toString(),
                    "spent", limits.spent()))
        .orElseGet(() -> Map.of("budgets", limits.names(), "spent", limits.spent()));
  }

  Map<String, Object> put(JsonNode body) {
    if (body.has("budgets") == body.has("requests")) {
      throw new IllegalArgumentException("it is not clear what to keep; " + FORM);
    }
    Limits limits =
        body.has("budgets")
            ? Limits.named(Strings.of(body, "budgets", FORM))
            : Limits.own(requests(body, "requests", 1), window(body.path("window")));
    throttle.keep(body.has("spent") ? limits.spent(requests(body, "spent", 0)) : limits);
    return shown();
  }

  private static int requests(JsonNode body, String name, int least) {
    JsonNode requests = body.path(name);
    if (!requests.isInt() || requests.intValue() < least || requests.intValue() > MOST) {
      throw new IllegalArgumentException(
          "'" + name + "' is no number from " + least + " to " + MOST + "; " + FORM);
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
