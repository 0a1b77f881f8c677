package dev.rollcall.load.plan;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The moment at which many machines begin together. */
final class StartAt {
  private static final Duration FURTHEST = Duration.ofHours(1);

  private StartAt() {}

  /**
   * @throws dev.rollcall.target.InvalidSetting if it cannot be read, is past, or too far away
   */
  static Optional<Instant> of(Settings settings, Instant now) {
    return settings
        .value(Setting.START_AT)
        .map(
            text -> {
              Instant start;
              try {
                start = Instant.parse(text);
              } catch (DateTimeException e) {
                throw Settings.invalid(
                    Setting.START_AT, text, "give an instant such as 2026-11-26T10:00:00Z");
              }
              if (!start.isAfter(now)) {
                throw Settings.invalid(
                    Setting.START_AT, text, "that is past, it is " + now + "; give a later one");
              }
              if (start.isAfter(now.plus(FURTHEST))) {
                throw Settings.invalid(
                    Setting.START_AT,
                    text,
                    "that is more than an hour away, it is " + now + "; give an earlier one");
              }
              return start;
            });
  }
}
