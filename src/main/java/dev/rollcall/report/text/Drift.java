package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import java.util.List;

/**
 * Violations of which no finding tells: drift, and what counts although the shape check with which
 * it is filed did not run.
 */
public final class Drift {
  private Drift() {}

  /** What a reader is told: drift, and what no finding of its check tells. */
  public static List<Violation> of(ContractResult result) {
    return result.violations().stream()
        .filter(violation -> violation.ofDriftKind() || isUntold(violation, result.checks()))
        .toList();
  }

  /** In one line, such as {@code unknown-value at '/availability': "Avaliable", seen 2 times}. */
  public static String shortly(Violation violation) {
    return violation.kind()
        + " at '"
        + violation.pointer()
        + "': "
        + violation.value()
        + ", seen "
        + Figures.count(violation.times(), "time");
  }

  private static boolean isUntold(Violation violation, List<Finding> findings) {
    return violation.counts()
        && findings.stream()
            .filter(finding -> finding.id().equals(violation.check()))
            .filter(finding -> finding.version().equals(violation.version()))
            .noneMatch(Finding::counts);
  }
}
