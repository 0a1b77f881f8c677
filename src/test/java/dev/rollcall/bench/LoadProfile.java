package dev.rollcall.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whom regressions are shown to. */
enum LoadProfile {
  /** Batch lookups. */
  LOOKUPS(50, 20, "batch = 100"),
  /** More than 5,000 single lookups. */
  SINGLES(250, 25, "mix { single = 1 }"),
  /** More than 5,000 sessions, each of which the next read of its user has to show. */
  OWN(250, 25, "mix { write = 1 }");

  static final int WARM_UP = 3;

  private final int perSecond;
  private final int seconds;
  private final String rest;

  LoadProfile(int perSecond, int seconds, String rest) {
    this.perSecond = perSecond;
    this.seconds = seconds;
    this.rest = rest;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  int perSecond() {
    return perSecond;
  }

  int seconds() {
    return seconds;
  }

  /** All of them, as {@code targets.conf} describes profiles. */
  static String described() {
    return Arrays.stream(values())
        .map(
            each ->
                "%s { warm-up = %ds, stages = [{rate = %d, for = %ds}], %s }"
                    .formatted(each.label(), WARM_UP, each.perSecond, each.seconds, each.rest))
        .collect(Collectors.joining("\n", "profiles {\n", "\n}\n"));
  }
}
