package dev.rollcall.fake.world;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long reads lag behind writes, and the time by which that is measured. */
public final class Settling {
  public static final Duration LONGEST = Duration.ofDays(1);

  private final Duration usual;
  private final LongSupplier nanos;
  private volatile long delay;

  /**
   * @param usual the delay from the start and after each reset, up to {@link #LONGEST}
   * @param nanos a time that only grows, as {@link System#nanoTime} does
   */
  public Settling(Duration usual, LongSupplier nanos) {
    this.usual = usual;
    this.nanos = nanos;
    this.delay = usual.toNanos();
  }

  public Duration delay() {
    return Duration.ofNanos(delay);
  }

  /**
   * @throws IllegalArgumentException if that is negative or longer than {@link #LONGEST}
   */
  public void delay(Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "reads cannot lag " + value + "; give a delay from PT0S to " + LONGEST);
    }
    delay = value.toNanos();
  }

  void reset() {
    delay = usual.toNanos();
  }

  public boolean immediate() {
    return delay == 0;
  }

  long now() {
    return nanos.getAsLong();
  }

  /** Whether what was written then is seen by now. */
  boolean seen(long then) {
    return now() - then >= delay;
  }
}
