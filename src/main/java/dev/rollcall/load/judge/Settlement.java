package dev.rollcall.load.judge;

import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.load.past.Baseline;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Comparison;
import dev.rollcall.report.result.LoadResult.Trend;
import dev.rollcall.report.result.LoadVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The verdict on a run. What an answer shows speaks against the target, however late it was asked
 * for; rate and latency do so only when the generator kept up.
 */
public record Settlement(LoadVerdict verdict, List<String> reasons, List<LoadResult.Slo> slos) {
  /**
   * Beyond it the target was asked in another rhythm than planned. One pause of a busy machine in
   * ten seconds stays below; a generator out of breath grows without bound.
   */
  static final double GREATEST_LAG_MILLIS = 500;

  /** Fewer requests are no load. */
  static final int FEWEST_REQUESTS = 10;

  /**
   * @param comparison with the baseline; empty without one
   */
  public static Settlement of(Figures figures, Optional<Comparison> comparison) {
    if (figures.sent() == 0) {
      return new Settlement(LoadVerdict.INVALID, List.of("nothing was measured"), List.of());
    }
    List<Finding> findings = Slos.judge(figures, figures.plan().objectives());
    List<String> missed = new ArrayList<>();
    List<String> doubts = new ArrayList<>(doubts(figures));
    boolean kept = doubts.isEmpty();
    boolean proven = false;
    for (Finding finding : findings) {
      if (finding.isMissed()) {
        missed.add(finding.sentence());
        proven |= kept || finding.isProof();
      } else if (!finding.slo().met()) {
        doubts.add(finding.doubt());
      }
    }
    for (Compared worse : worse(comparison)) {
      String excuse = excuse(figures, worse);
      if (excuse.isEmpty()) {
        missed.add(Baseline.sentence(worse));
        proven |= kept;
      } else {
        doubts.add(excuse);
      }
    }
    return new Settlement(
        verdict(proven, doubts),
        reasons(proven, missed, doubts),
        findings.stream().map(Finding::slo).toList());
  }

  private static LoadVerdict verdict(boolean proven, List<String> doubts) {
    if (proven) {
      return LoadVerdict.FAILED;
    }
    return doubts.isEmpty() ? LoadVerdict.PASSED : LoadVerdict.INVALID;
  }

  /** Of a run that cannot be trusted, what it missed is not worth telling. */
  private static List<String> reasons(boolean proven, List<String> missed, List<String> doubts) {
    List<String> reasons = new ArrayList<>(proven ? missed : List.of());
    reasons.addAll(doubts);
    return reasons;
  }

  private static List<Compared> worse(Optional<Comparison> comparison) {
    return comparison.stream()
        .flatMap(each -> each.figures().stream())
        .filter(figure -> figure.trend() == Trend.WORSE)
        .toList();
  }

  private static String excuse(Figures figures, Compared worse) {
    if (Baseline.isLatency(worse)) {
      return new Excuses(figures, 0)
          .ofChange(worse.name() + " is worse than the baseline", worse.now() - worse.before());
    }
    return Baseline.isReached(worse)
        ? new Excuses(figures, Baseline.tolerated(worse)).ofRate()
        : "";
  }

  private static List<String> doubts(Figures figures) {
    List<String> doubts = new ArrayList<>(lasting(figures));
    long asked = figures.plan().measuredRequests();
    if (figures.sent() >= asked && asked < FEWEST_REQUESTS) {
      doubts.add(
          "too little was measured: "
              + asked
              + " of at least "
              + FEWEST_REQUESTS
              + " requests; give a higher rate or a longer duration");
    }
    return doubts;
  }

  /** Why the generator cannot be trusted, whatever others measured beside it. */
  public static List<String> lasting(Figures figures) {
    List<String> doubts = new ArrayList<>();
    long asked = figures.plan().measuredRequests();
    if (figures.sent() < asked) {
      doubts.add("only " + figures.sent() + " of " + asked + " requests were sent");
    }
    if (figures.lag().p99() > GREATEST_LAG_MILLIS) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "requests left late: p99 of the lag is %.0f ms, trusted are %.0f ms",
              figures.lag().p99(),
              GREATEST_LAG_MILLIS));
    }
    if (figures.notValidated() > 0) {
      doubts.add(
          "validation fell behind: "
              + figures.notValidated()
              + " answers were not held against the schema");
    }
    return doubts;
  }
}
