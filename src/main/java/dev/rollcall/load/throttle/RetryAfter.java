package dev.rollcall.load.throttle;

import java.util.Map;
import java.util.Optional;

/**
 * How long an answer asks to wait.
 *
 * @param seconds empty where it is not said in whole seconds of one or more
 */
record RetryAfter(Optional<Double> seconds) {
  static final String NAME = "Retry-After";

  private static final String WHOLE_SECONDS = "[1-9]\\d{0,4}";

  static RetryAfter of(Map<String, String> headers) {
    return new RetryAfter(
        Optional.ofNullable(headers.get(NAME))
            .filter(text -> text.matches(WHOLE_SECONDS))
            .map(Double::valueOf));
  }
}
