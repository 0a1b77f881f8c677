package dev.rollcall.load.throttle;

import dev.rollcall.load.plan.Beyond;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Slo;
import dev.rollcall.report.result.LoadResult.Throttling;
import dev.rollcall.report.result.LoadVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the verdict of a run that went beyond a limit on purpose.
 *
 * @param refusals of the run, all of which are over
 */
public record ThrottleVerdict(Refusals refusals, Beyond beyond) {
  private static final String NO_LIMIT =
      "no limit was met: every request was served; start the fake with --throttle read-api, or give"
          + " a higher rate";

  /** Asks the target once more, which takes as long as it says one has to wait. */
  public LoadResult of(LoadResult settled, Manners manners) {
    if (refusals.count() == 0) {
      var none = new Throttling(0, 0, List.of(), 0, 0, List.of());
      return settled.throttled(none, LoadVerdict.INVALID, List.of(NO_LIMIT));
    }
    Throttling throttling = manners.judge(refusals, beyond);
    List<String> reasons = new ArrayList<>(settled.reasons());
    throttling.findings().stream()
        .filter(slo -> !slo.met())
        .map(slo -> slo.name() + ": " + slo.actual() + ", limit " + slo.limit())
        .forEach(reasons::add);
    return settled.throttled(
        throttling,
        throttling.findings().stream().allMatch(Slo::met) ? settled.verdict() : LoadVerdict.FAILED,
        reasons);
  }
}
