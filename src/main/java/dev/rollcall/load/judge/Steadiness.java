package dev.rollcall.load.judge;

import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether a target asked at one rate answers alike from beginning to end. Percentiles of a whole
 * run hide a stop of two seconds and a slow decline.
 */
final class Steadiness {
  /** A second with fewer requests tells of single answers. */
  private static final int LEAST_PER_SECOND = 5;

  /** What a stop of a second and a half does to the requests of its middle. */
  private static final double STALL_MILLIS = 750;

  private static final double STALL_FACTOR = 2;

  private static final int DRIFT_SECONDS = 30;
  private static final int DRIFT_SLICES = 20;
  private static final double DRIFT_GROWTH = 0.25;
  private static final double DRIFT_MILLIS = 2;

  /** Of Kendall's trend test: less than once in two thousand steady runs. */
  private static final double DRIFT_SIGNIFICANCE = 3.3;

  private final LoadPlan plan;
  private final List<Second> timeline;
  private final Excuses excuses;

  Steadiness(LoadPlan plan, List<Second> timeline, Excuses excuses) {
    this.plan = plan;
    this.timeline = timeline;
    this.excuses = excuses;
  }

  /** None for a plan of changing rates, or too few requests to tell. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (isConstant() && answeredMedians(timeline).length > 0) {
      findings.add(stall());
      if (plan.seconds() >= DRIFT_SECONDS) {
        findings.add(drift());
      }
    }
    return findings;
  }

  private boolean isConstant() {
    long least = timeline.stream().mapToLong(Second::asked).min().orElse(0);
    long most = timeline.stream().mapToLong(Second::asked).max().orElse(0);
    return least >= LEAST_PER_SECOND && most - least <= 1;
  }

  private Finding stall() {
    double usual = median(answeredMedians(timeline));
    double limit = usual + Math.max(STALL_MILLIS, STALL_FACTOR * usual);
    Second worst = timeline.get(0);
    for (Second second : timeline) {
      if (second.reached() > 0 && second.p50() > worst.p50()) {
        worst = second;
      }
    }
    return Finding.pace(
        "no stall",
        "no second with a median above " + Slos.millis(limit),
        Slos.millis(worst.p50()) + " in second " + worst.second(),
        worst.p50() <= limit,
        excuses.ofStall(worst.p50() - usual));
  }

  private Finding drift() {
    double[] slices = slices();
    double growth = Math.expm1(slope(slices) * (slices.length - 1));
    double grownMillis = growth * median(slices);
    boolean drifts =
        growth > DRIFT_GROWTH && grownMillis > DRIFT_MILLIS && trend(slices) > DRIFT_SIGNIFICANCE;
    return Finding.pace(
        "no drift",
        String.format(Locale.ROOT, "median at most %+.0f %% over the run", 100 * DRIFT_GROWTH),
        String.format(Locale.ROOT, "%+.0f %%", 100 * growth)
            + (growth > DRIFT_GROWTH && !drifts ? ", no steady trend" : ""),
        !drifts,
        excuses.ofChange("answers became slower", grownMillis));
  }

  /** Medians of equal parts of the run, in order; seconds without answers are left out. */
  private double[] slices() {
    List<Double> slices = new ArrayList<>();
    for (int i = 0; i < DRIFT_SLICES; i++) {
      int from = i * timeline.size() / DRIFT_SLICES;
      int to = (i + 1) * timeline.size() / DRIFT_SLICES;
      double[] medians = answeredMedians(timeline.subList(from, to));
      if (medians.length > 0) {
        slices.add(median(medians));
      }
    }
    return slices.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The usual growth from one slice to the next, as a logarithm (Theil and Sen). */
  private static double slope(double[] slices) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < slices.length; i++) {
      for (int j = i + 1; j < slices.length; j++) {
        slopes.add((Math.log(slices[j]) - Math.log(slices[i])) / (j - i));
      }
    }
    return slopes.isEmpty()
        ? 0
        : median(slopes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How surely slices grow, in standard deviations of chance (Mann and Kendall). */
  private static double trend(double[] slices) {
    double sum = 0;
    for (int i = 0; i < slices.length; i++) {
      for (int j = i + 1; j < slices.length; j++) {
        sum += Math.signum(slices[j] - slices[i]);
      }
    }
    double n = slices.length;
    double variance = n * (n - 1) * (2 * n + 5) / 18;
    return variance == 0 ? 0 : (sum - Math.signum(sum)) / Math.sqrt(variance);
  }

  private static double[] answeredMedians(List<Second> seconds) {
    // A clock of microseconds may show an answer in none: logarithms need more.
    return seconds.stream()
        .filter(second -> second.reached() > 0)
        .mapToDouble(second -> Math.max(0.001, second.p50()))
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
