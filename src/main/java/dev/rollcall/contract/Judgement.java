package dev.rollcall.contract;

import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.Settlement.Unrun;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * How a check ended in one version, whatever has been declared of it.
 *
 * @param report empty if it did not run
 * @param none why it did not run
 * @param violation of the schema, filed with this check by any
 */
record Judgement(
    Entry entry, Row row, Optional<CheckReport> report, Unrun none, Optional<Violation> violation) {

  Outcome outcome() {
    return isRefusedBySchema() ? Outcome.FAILED : raw();
  }

  /** Whether another run would judge it. */
  boolean isUnselected() {
    return report.isEmpty() && none.equals(Unrun.NOT_SELECTED);
  }

  String reason() {
    return report.map(CheckReport::reason).orElse(none.reason());
  }

  String expected() {
    return isRefusedBySchema()
        ? "answers that follow " + violation.orElseThrow().schema()
        : report.map(CheckReport::expected).orElse("");
  }

  String actual() {
    return isRefusedBySchema()
        ? shortly(violation.orElseThrow())
        : report.map(CheckReport::actual).orElse("");
  }

  long millis() {
    return report.map(CheckReport::millis).orElse(0L);
  }

  List<Exchange> exchanges() {
    return isRefusedBySchema()
        ? List.of(violation.orElseThrow().exchange())
        : report.map(CheckReport::exchanges).orElse(List.of());
  }

  private Outcome raw() {
    return report.map(CheckReport::outcome).orElse(none.outcome());
  }

  private boolean isRefusedBySchema() {
    return raw() == Outcome.PASSED && violation.isPresent();
  }

  private static String shortly(Violation violation) {
    return "at '"
        + violation.pointer()
        + "' "
        + violation.value()
        + ", refused by '"
        + violation.keyword()
        + "', seen "
        + violation.times()
        + (violation.times() == 1 ? " time" : " times");
  }
}
