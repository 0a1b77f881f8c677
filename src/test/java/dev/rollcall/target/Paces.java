package dev.rollcall.target;

import java.util.concurrent.atomic.AtomicLong;

/** Paces for tests of other packages. */
public final class Paces {
  private Paces() {}

  /** Waits by setting a clock forward. */
  public static Pace byClock(AtomicLong nanos) {
    return new Pace(0, nanos::get, nanos::addAndGet);
  }
}
