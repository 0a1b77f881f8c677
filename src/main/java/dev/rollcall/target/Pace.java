package dev.rollcall.target;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps requests apart, so that a target that belongs to somebody sees no more than so many a
 * second.
 *
 * <p>A {@code Retry-After} holds the next request back as well, for two minutes at most. Counts
 * what is sent. Shared by all threads of a run.
 */
public final class Pace {
  /** Requests a second unless somebody says otherwise: a tenth of the documented limit. */
  static final double USUAL = 5;

  private static final Duration LONGEST_HOLD = Duration.ofMinutes(2);
  private static final Duration USUAL_GAP = Duration.ofMillis((long) (1_000 / USUAL));

  /** Lets the calling thread wait. */
  interface Wait {
    void nanos(long nanos) throws InterruptedException;
  }

  private long gapNanos;
  private final LongSupplier nanoTime;
  private final Wait wait;
  private final Meter meter = new Meter();
  private long nextNanos;

  Pace(long gapNanos, LongSupplier nanoTime, Wait wait) {
    this.gapNanos = gapNanos;
    this.nanoTime = nanoTime;
    this.wait = wait;
    this.nextNanos = nanoTime.getAsLong();
  }

  /** From now on at least as fast as usual, whatever else was asked for: somebody waits. */
  public synchronized void hurry() {
    gapNanos = Math.min(gapNanos, USUAL_GAP.toNanos());
    nextNanos = nanoTime.getAsLong();
  }

  /** What lies between two requests; empty if nothing does. */
  public synchronized Optional<Duration> gap() {
    return gapNanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(gapNanos));
  }

  /** As fast as the target answers. */
  static Pace none() {
    return perSecond(Double.POSITIVE_INFINITY);
  }

  static Pace perSecond(double requests) {
    return new Pace(
        (long) (1e9 / requests),
        System::nanoTime,
        nanos -> Thread.sleep(Duration.ofNanos(nanos).toMillis() + 1));
  }

  /** Returns when the next request may be sent. */
  public void await() throws InterruptedException {
    long nanos = takeTurn();
    if (nanos > 0) {
      wait.nanos(nanos);
    }
  }

  /** What was sent so far. */
  public synchronized Usage usage() {
    return meter.usage();
  }

  /** Holds the next request back, whoever sends it, since the target throttles. */
  public synchronized void hold(Duration retryAfter) {
    meter.throttled();
    Duration bounded = retryAfter.compareTo(LONGEST_HOLD) < 0 ? retryAfter : LONGEST_HOLD;
    nextNanos = Math.max(nextNanos, nanoTime.getAsLong() + bounded.toNanos());
  }

  private synchronized long takeTurn() {
    long now = nanoTime.getAsLong();
    long turn = Math.max(now, nextNanos);
    nextNanos = turn + gapNanos;
    meter.sent(turn);
    return turn - now;
  }
}
