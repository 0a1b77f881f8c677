package dev.rollcall.load;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A named injection shape: requests leave at a constant rate, whatever becomes of earlier ones. */
enum Profile {
  /** Short enough for every build. */
  SMOKE(20, 100, 3, 10),
  /** Long enough for leaks, pauses and throttling to show. */
  STEADY(20, 100, 10, 300);

  private final double rate;
  private final int batch;
  private final int warmUpSeconds;
  private final int seconds;

  Profile(double rate, int batch, int warmUpSeconds, int seconds) {
    this.rate = rate;
    this.batch = batch;
    this.warmUpSeconds = warmUpSeconds;
    this.seconds = seconds;
  }

  static Profile of(Settings settings) {
    String name = settings.value(Setting.PROFILE).orElse(SMOKE.label());
    return Arrays.stream(values())
        .filter(profile -> profile.label().equals(name))
        .findFirst()
        .orElseThrow(() -> Settings.invalid(Setting.PROFILE, name, "known are " + labels()));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  double rate() {
    return rate;
  }

  int batch() {
    return batch;
  }

  int warmUpSeconds() {
    return warmUpSeconds;
  }

  int seconds() {
    return seconds;
  }

  private static String labels() {
    return Arrays.stream(values()).map(Profile::label).collect(Collectors.joining(" and "));
  }
}
