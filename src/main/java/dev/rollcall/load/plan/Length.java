package dev.rollcall.load.plan;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.DateTimeException;
import java.time.Duration;

/** How long a run lasts, as people write it: {@code 30s}, {@code 5m}, {@code 1h}, {@code PT30S}. */
final class Length {
  private static final String REMEDY = "give whole seconds, minutes or hours, such as 30s or 5m";

  private Length() {}

  static int seconds(String text) {
    Duration length;
    try {
      length = Duration.parse(text.startsWith("P") ? text : "PT" + text);
    } catch (DateTimeException e) {
      throw Settings.invalid(Setting.DURATION, text, REMEDY);
    }
    if (length.isNegative() || length.getNano() != 0) {
      throw Settings.invalid(Setting.DURATION, text, REMEDY);
    }
    return (int) Math.min(length.toSeconds(), Integer.MAX_VALUE);
  }
}
