package dev.rollcall.load.plan;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which answers are held against the schema; whether they name the asked users is always seen. */
public enum Validation {
  ALL,
  /** Every tenth. */
  SAMPLE,
  NONE;

  static Optional<Validation> of(Settings settings) {
    return settings
        .value(Setting.VALIDATE)
        .map(
            text ->
                named(text)
                    .orElseThrow(
                        () ->
                            Settings.invalid(Setting.VALIDATE, text, "give all, sample or none")));
  }

  public static Optional<Validation> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
