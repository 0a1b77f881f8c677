package dev.rollcall.load;

import dev.rollcall.load.Recorder.Figures;
import dev.rollcall.report.LoadResult;
import dev.rollcall.report.LoadVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The verdict on a run. What an answer shows speaks against the target, however late it was asked
 * for; the rate does so only when the generator kept up.
 */
record Settlement(LoadVerdict verdict, List<String> reasons, List<LoadResult.Slo> slos) {
  /**
   * Beyond it the target was asked in another rhythm than planned. A machine with two busy cores
   * stays well below; a generator out of breath grows without bound.
   */
  static final double GREATEST_LAG_MILLIS = 1_000;

  static Settlement of(Figures figures) {
    if (figures.requests() == 0) {
      return new Settlement(LoadVerdict.INVALID, List.of("nothing was measured"), List.of());
    }
    List<LoadResult.Slo> slos = Arrays.stream(Slo.values()).map(slo -> slo.judge(figures)).toList();
    List<String> missed =
        slos.stream()
            .filter(slo -> !slo.met())
            .map(slo -> slo.name() + ": " + slo.actual() + ", limit " + slo.limit())
            .toList();
    boolean proven =
        Arrays.stream(Slo.values()).anyMatch(slo -> slo.isProof() && !slo.judge(figures).met());
    List<String> doubts = doubts(figures);
    if (proven || doubts.isEmpty() && !missed.isEmpty()) {
      return new Settlement(
          LoadVerdict.FAILED, Stream.concat(missed.stream(), doubts.stream()).toList(), slos);
    }
    return doubts.isEmpty()
        ? new Settlement(LoadVerdict.PASSED, List.of(), slos)
        : new Settlement(LoadVerdict.INVALID, doubts, slos);
  }

  private static List<String> doubts(Figures figures) {
    long asked = figures.plan().measuredRequests();
    double lag = figures.lag().p99();
    return Stream.of(
            figures.requests() < asked
                ? "only " + figures.requests() + " of " + asked + " requests were sent"
                : "",
            lag > GREATEST_LAG_MILLIS
                ? String.format(
                    Locale.ROOT,
                    "requests left late: p99 of the lag is %.0f ms, trusted are %.0f ms",
                    lag,
                    GREATEST_LAG_MILLIS)
                : "")
        .filter(doubt -> !doubt.isEmpty())
        .toList();
  }
}
