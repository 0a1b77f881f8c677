package dev.rollcall.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The fake's time: a base clock and an offset that only grows. Never goes back, even where the base
 * does.
 */
final class FakeClock implements MovableClock {
  /** Ten digits of seconds hold a little longer than this. */
  static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

  private final InstantSource base;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

  FakeClock(InstantSource base) {
    this.base = base;
  }

  @Override
  public Instant instant() {
    Instant read = base.instant().plus(offset.get());
    Instant seen = latest.get();
    while (read.isAfter(seen)) {
      if (latest.compareAndSet(seen, read)) {
        return read;
      }
      seen = latest.get();
    }
    return seen;
  }

  /**
   * Moves on.
   *
   * @throws IllegalArgumentException if that is back, or later than {@link #LATEST}
   */
  @Override
  public synchronized Instant advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock never goes back; advance it by PT0S or more");
    }
    Instant now = instant();
    if (Duration.between(now, LATEST).compareTo(by) < 0) {
      throw new IllegalArgumentException("the clock ends at " + LATEST + "; advance it by less");
    }
    offset.set(offset.get().plus(by));
    return instant();
  }

  /**
   * Moves on to an instant.
   *
   * @throws IllegalArgumentException if it has passed, or is later than {@link #LATEST}
   */
  synchronized Instant moveTo(Instant then) {
    Instant now = instant();
    if (then.isBefore(now)) {
      throw new IllegalArgumentException(
          "the clock never goes back; it is " + now + ", give an instant from then on");
    }
    return advance(Duration.between(now, then));
  }
}
