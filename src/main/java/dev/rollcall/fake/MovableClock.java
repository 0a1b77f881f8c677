package dev.rollcall.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The fake's clock: runs with the time below it and can be moved forward, never back. */
final class MovableClock implements InstantSource {
  private final InstantSource time;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  MovableClock(InstantSource time) {
    this.time = time;
  }

  @Override
  public Instant instant() {
    return time.instant().plus(ahead.get());
  }

  /**
   * @throws IllegalArgumentException if negative
   */
  void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException(
          "the clock never goes back; give a duration that is not negative");
    }
    ahead.accumulateAndGet(by, Duration::plus);
  }

  /**
   * @throws IllegalArgumentException if earlier than now
   */
  void moveTo(Instant moment) {
    advance(Duration.between(instant(), moment));
  }
}
