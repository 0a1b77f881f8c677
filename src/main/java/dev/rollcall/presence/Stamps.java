package dev.rollcall.presence;

import java.time.Instant;

/**
 * The version stamp of a presence: seconds after 2020, but always more than the one before (facts
 * 3.6).
 */
final class Stamps {
  private static final long YEAR_2020 = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
  private static final long GREATEST = 9_999_999_999L;

  private Stamps() {}

  static long at(Instant moment) {
    return Math.max(0, moment.getEpochSecond() - YEAR_2020);
  }

  /** The stamp after a visible change. */
  static long next(long previous, Instant moment, Rules rules) {
    return switch (rules.decision(Decision.Stamp.class)) {
      case GROWS -> Math.min(GREATEST, Math.max(previous + 1, at(moment)));
      case FALLS -> Math.max(0, previous - 1);
      case STANDS_STILL -> previous;
    };
  }
}
