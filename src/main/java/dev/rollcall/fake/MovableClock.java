package dev.rollcall.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of a world, which goes on by itself and can be moved on; never back. */
public interface MovableClock extends InstantSource {

  /**
   * Moves on.
   *
   * @return the time from then on
   * @throws IllegalArgumentException if that is back, or later than the year 2300
   */
  Instant advance(Duration by);
}
