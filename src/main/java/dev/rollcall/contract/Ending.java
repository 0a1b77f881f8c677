package dev.rollcall.contract;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.result.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opentest4j.TestAbortedException;

/**
 * Keeps a plan from ending green where the verdict is not: a build that runs the checks by failsafe
 * alone sees no more than whether JUnit failed. Safe for use by many threads.
 */
final class Ending {
  private final Map<Row, CheckReport> reports = new ConcurrentHashMap<>();
  private final AtomicBoolean seenToElsewhere;

  /**
   * @param gated whether whoever started the plan looks at the verdict himself
   */
  Ending(boolean gated) {
    this.seenToElsewhere = new AtomicBoolean(gated);
  }

  /** The plan did not end as the verdict asks. Carries no stack trace, as a {@link Deviation}. */
  static final class NotConforming extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotConforming(String message) {
      super(message, null, false, false);
    }
  }

  void reported(CheckReport report) {
    reports.put(new Row(report.id(), report.version()), report);
  }

  /** A check ends with this; unless it only could not be tried, that makes the build red. */
  void failed(Throwable problem) {
    if (!(problem instanceof TestAbortedException)) {
      seenToElsewhere.set(true);
    }
  }

  /**
   * @throws NotConforming with the reason for which the run could not begin
   */
  void neverBegan(String reason) {
    if (!seenToElsewhere.get()) {
      throw new NotConforming(reason);
    }
  }

  /**
   * @throws NotConforming if the verdict is none on which a build may go on, and no check says so
   */
  void require(Settlement settlement, TargetInfo target) {
    if (seenToElsewhere.get()) {
      return;
    }
    ContractResult result = settlement.settle(Instant.EPOCH, target, reports, Map.of());
    if (result.verdict() != Verdict.CONFORMS) {
      throw new NotConforming(
          "the verdict is " + result.verdict() + ": " + why(result) + "; see contract.json");
    }
  }

  private static String why(ContractResult result) {
    if (result.verdict() == Verdict.UNKNOWN) {
      return result.reason();
    }
    return result.checks().stream()
        .filter(ContractResult.Finding::counts)
        .map(finding -> finding.id() + " is " + finding.outcome())
        .findFirst()
        .orElse("an answer left the documented values or members");
  }
}
