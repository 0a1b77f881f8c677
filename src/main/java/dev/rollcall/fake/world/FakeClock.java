package dev.rollcall.fake.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The fake's time: a base clock and an offset, or an instant at which it stands. Never goes back,
 * even where the base does.
 */
public final class FakeClock implements InstantSource {
  /** Ten digits of seconds hold a little longer than this. */
  public static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

  private final InstantSource base;
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

  private volatile Hand hand = new Hand(Duration.ZERO, Optional.empty());

  /** How the time is read: the base and so much, or an instant, whatever the base is. */
  private record Hand(Duration offset, Optional<Instant> still) {}

  public FakeClock(InstantSource base) {
    this.base = base;
  }

  @Override
  public Instant instant() {
    Hand read = hand;
    return seen(read.still().isPresent() ? read.still().get() : base.instant().plus(read.offset()));
  }

  private Instant seen(Instant read) {
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
  public Instant advance(Duration by) {
    return advance(by, frozen());
  }

  /** The same, and stands there or goes on. */
  public synchronized Instant advance(Duration by, boolean stands) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock never goes back; advance it by PT0S or more");
    }
    Instant now = instant();
    if (Duration.between(now, LATEST).compareTo(by) < 0) {
      throw new IllegalArgumentException("the clock ends at " + LATEST + "; advance it by less");
    }
    set(now.plus(by), stands);
    return instant();
  }

  /**
   * Moves on to an instant.
   *
   * @throws IllegalArgumentException if it has passed, or is later than {@link #LATEST}
   */
  public Instant moveTo(Instant then) {
    return moveTo(then, frozen());
  }

  /** The same, and stands there or goes on. */
  public synchronized Instant moveTo(Instant then, boolean stands) {
    Instant now = instant();
    if (then.isBefore(now)) {
      throw new IllegalArgumentException(
          "the clock never goes back; it is " + now + ", give an instant from then on");
    }
    return advance(Duration.between(now, then), stands);
  }

  public boolean frozen() {
    return hand.still().isPresent();
  }

  /** Stops, or goes on from where it stands. */
  public synchronized void freeze(boolean stands) {
    if (stands != frozen()) {
      set(instant(), stands);
    }
  }

  private void set(Instant now, boolean stands) {
    hand =
        new Hand(
            Duration.between(base.instant(), now), stands ? Optional.of(now) : Optional.empty());
  }
}
