package dev.rollcall.contract;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.Arrays;
import java.util.Locale;

/** Which checks leave their exchanges in the result. */
enum Trace {
  /** Those that did not pass. */
  FAILED,
  /** Those that passed as well. */
  ALL;

  /**
   * @throws dev.rollcall.target.InvalidSetting if it is neither
   */
  static Trace of(Settings settings) {
    return settings.value(Setting.TRACE).map(Trace::named).orElse(FAILED);
  }

  private static Trace named(String name) {
    return Arrays.stream(values())
        .filter(trace -> trace.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Settings.invalid(Setting.TRACE, name, "give all or failed"));
  }
}
