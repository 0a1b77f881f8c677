package dev.rollcall.target;

import java.time.Duration;

/**
 * Counts requests by the tenth of a second in which they are sent, and keeps no more than a window
 * of them. What it says of a window errs by a tenth of a second, and never to the low side.
 *
 * <p>Used by one thread at a time.
 */
final class Meter {
  static final Duration WINDOW = Duration.ofSeconds(30);

  private static final long TICK_NANOS = 100_000_000;

  /** Thirty seconds that begin within a tick reach into one more. */
  private static final int TICKS = (int) (WINDOW.toNanos() / TICK_NANOS) + 1;

  private final long[] counts = new long[TICKS];
  private long firstNanos;
  private long lastNanos;
  private long tick;
  private long requests;
  private long inWindow;
  private long most;
  private long throttled;

  /**
   * @param nanos when it is sent; never before the one that was counted last
   */
  void sent(long nanos) {
    if (requests == 0) {
      firstNanos = nanos;
    }
    lastNanos = nanos;
    forward((nanos - firstNanos) / TICK_NANOS);
    counts[index(tick)]++;
    requests++;
    inWindow++;
    most = Math.max(most, inWindow);
  }

  void throttled() {
    throttled++;
  }

  Usage usage() {
    return new Usage(requests, Duration.ofNanos(lastNanos - firstNanos), most, throttled);
  }

  private void forward(long now) {
    long steps = Math.min(now - tick, TICKS);
    for (long i = 1; i <= steps; i++) {
      int oldest = index(now - steps + i);
      inWindow -= counts[oldest];
      counts[oldest] = 0;
    }
    tick = now;
  }

  private static int index(long tick) {
    return (int) (tick % TICKS);
  }
}
