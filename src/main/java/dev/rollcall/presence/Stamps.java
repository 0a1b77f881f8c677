package dev.rollcall.presence;

import java.time.Instant;

/**
 * How the stamp of a version grows from one visible change to the next; facts file, section 3.6.
 */
public enum Stamps {
  /** The seconds of the change, or one more than before if that is greater. */
  RISE {
    @Override
    long next(long previous, Instant change) {
      return Math.max(previous + 1, seconds(change));
    }
  },
  FALL {
    @Override
    long next(long previous, Instant change) {
      return Math.max(0, previous - 1);
    }
  },
  STAND_STILL {
    @Override
    long next(long previous, Instant change) {
      return previous;
    }
  };

  private static final long ORIGIN = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

  abstract long next(long previous, Instant change);

  /** The seconds from 2020-01-01T00:00:00Z to that instant; none before it. */
  public static long seconds(Instant instant) {
    return Math.max(0, instant.getEpochSecond() - ORIGIN);
  }
}
