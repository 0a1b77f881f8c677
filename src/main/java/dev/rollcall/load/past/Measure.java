package dev.rollcall.load.past;

import dev.rollcall.report.result.LoadResult.Trend;
import java.util.function.ToDoubleFunction;

/**
 * A figure that is compared, and how much worse it may be without anybody having to care. Runs of
 * one build on one machine differ by more than their own seconds do: what lies within the tolerance
 * is never called worse.
 */
enum Measure {
  P50("p50", sample -> sample.quantile(0.5), true, 0.10, 2, 50),
  P99("p99", sample -> sample.quantile(0.99), true, 0.25, 10, 200),
  ERRORS("error share", Sample::errorShare, false, 0.002, 0, 200),
  REACHED("reached share", Sample::reachedShare, false, 0.05, 0, 50);

  private final String label;
  private final ToDoubleFunction<Sample> figure;
  private final boolean isLatency;
  private final double tolerance;
  private final double leastMillis;
  private final int leastRequests;

  Measure(
      String label,
      ToDoubleFunction<Sample> figure,
      boolean isLatency,
      double tolerance,
      double leastMillis,
      int leastRequests) {
    this.label = label;
    this.figure = figure;
    this.isLatency = isLatency;
    this.tolerance = tolerance;
    this.leastMillis = leastMillis;
    this.leastRequests = leastRequests;
  }

  String label() {
    return label;
  }

  double of(Sample sample) {
    return figure.applyAsDouble(sample);
  }

  /** Whether a generator out of breath can make it worse. */
  boolean isLatency() {
    return isLatency;
  }

  /** A latency's change is a share of what it was, that of a share the difference. */
  double change(double before, double now) {
    if (!isLatency) {
      return now - before;
    }
    return before == 0 ? 0 : now / before - 1;
  }

  /** Whether both runs are long enough for any statement. */
  boolean isJudged(Sample before, Sample now) {
    return enough(before) && enough(now);
  }

  private boolean enough(Sample sample) {
    return (isLatency ? sample.answers() : sample.asked()) >= leastRequests;
  }

  /**
   * What an interval of changes says. The same is what is shown to be no worse than tolerated; an
   * interval that reaches beyond, and does not lie beyond, says nothing.
   */
  Trend trend(double before, double low, double high) {
    double bound = bound(before);
    double best = this == REACHED ? -high : low;
    double worst = this == REACHED ? -low : high;
    if (best > bound) {
      return Trend.WORSE;
    }
    if (worst < -bound) {
      return Trend.BETTER;
    }
    return worst <= bound ? Trend.SAME : Trend.INSUFFICIENT;
  }

  /** The greatest change for the worse that is tolerated. */
  double bound(double before) {
    return isLatency && before > 0 ? Math.max(tolerance, leastMillis / before) : tolerance;
  }
}
