package dev.rollcall.load;

import dev.rollcall.load.Recorder.Figures;
import dev.rollcall.report.LoadResult;
import java.util.Locale;

/** What a run must hold. Latency is reported and judged by nobody yet. */
enum Slo {
  ERRORS("errors", true) {
    @Override
    LoadResult.Slo judge(Figures figures) {
      return none(figures.errors(), " of " + figures.requests());
    }
  },
  INVARIANTS("exactly the asked ids", true) {
    @Override
    LoadResult.Slo judge(Figures figures) {
      return none(figures.brokenInvariants(), " of " + figures.requests());
    }
  },
  VIOLATIONS("schema", true) {
    @Override
    LoadResult.Slo judge(Figures figures) {
      return none(figures.violations(), "");
    }
  },
  /**
   * A tenth is left for one pause of a busy machine at the end of a short run: of ten seconds it is
   * the one second that {@link Settlement#GREATEST_LAG_MILLIS} bears with, too.
   */
  REACHED_RATE("reached rate", false) {
    private static final double LEAST_SHARE = 0.9;

    @Override
    LoadResult.Slo judge(Figures figures) {
      double asked = figures.plan().measuredPerSecond();
      double reached = figures.reached().perSecond();
      return new LoadResult.Slo(
          label(),
          rate("at least %.2f/s", LEAST_SHARE * asked),
          rate("%.2f/s", reached),
          reached >= LEAST_SHARE * asked);
    }
  };

  private final String label;
  private final boolean isProof;

  Slo(String label, boolean isProof) {
    this.label = label;
    this.isProof = isProof;
  }

  abstract LoadResult.Slo judge(Figures figures);

  /** The name in reports. */
  String label() {
    return label;
  }

  /** Whether a miss speaks against the target even if the requests left late. */
  boolean isProof() {
    return isProof;
  }

  LoadResult.Slo none(long count, String ofWhat) {
    return new LoadResult.Slo(label, "0", count + ofWhat, count == 0);
  }

  private static String rate(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
