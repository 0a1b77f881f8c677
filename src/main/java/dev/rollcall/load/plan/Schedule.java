package dev.rollcall.load.plan;

/**
 * When requests ought to leave: the plan's offsets, counted from the start of the run. Nobody
 * announces that start; the most punctual request of the warm-up shows it.
 */
public final class Schedule {
  private final LoadPlan plan;
  private boolean started;
  private long startNanos;

  public Schedule(LoadPlan plan) {
    this.plan = plan;
  }

  /**
   * The moment at which a request ought to have left, never later than it did.
   *
   * @param nowNanos when it leaves
   */
  public synchronized long intendedNanos(long index, long nowNanos) {
    long offset = plan.offsetNanos(index);
    boolean earlier = nowNanos - offset - startNanos < 0;
    if (!started || plan.isWarmUp(index) && earlier) {
      started = true;
      startNanos = nowNanos - offset;
    }
    return earlier ? nowNanos : startNanos + offset;
  }
}
