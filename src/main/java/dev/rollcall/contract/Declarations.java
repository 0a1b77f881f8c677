package dev.rollcall.contract;

import dev.rollcall.report.result.Outcome;
import dev.rollcall.target.KnownDeviations;
import dev.rollcall.target.KnownDeviations.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What declared deviations make of what was judged. A failure that is declared is KNOWN. A
 * declaration is outdated, and what passes under it STALE, when nothing that it covers fails any
 * more: an entry for several checks or versions lives as long as one of them fails, or may fail
 * since it was broken or not selected. A list that comes with Rollcall is never outdated, since
 * whoever runs it cannot mend it.
 */
final class Declarations {
  private final KnownDeviations known;
  private final List<Known> outdated;

  private Declarations(KnownDeviations known, List<Known> outdated) {
    this.known = known;
    this.outdated = outdated;
  }

  /**
   * @param judged how everything ended, were nothing declared
   * @param mayFail those that ended without a judgement that another run would give
   */
  static Declarations of(KnownDeviations known, Map<Row, Outcome> judged, List<Row> mayFail) {
    return new Declarations(
        known,
        known.entries().stream()
            .filter(entry -> !entry.shipped())
            .filter(
                entry ->
                    judged.entrySet().stream()
                        .filter(each -> covers(entry, each.getKey()))
                        .noneMatch(each -> isAlive(each.getValue())))
            .filter(entry -> mayFail.stream().noneMatch(row -> covers(entry, row)))
            .toList());
  }

  Outcome outcome(Row row, Outcome judged) {
    return switch (judged) {
      case FAILED -> covering(row).isPresent() ? Outcome.KNOWN : judged;
      case PASSED -> outdated(row).isPresent() ? Outcome.STALE : judged;
      case BROKEN, SKIPPED, KNOWN, STALE -> judged;
    };
  }

  /** Why a row is KNOWN or STALE. */
  String reason(Row row, Outcome outcome) {
    return outcome == Outcome.KNOWN
        ? "declared: " + covering(row).orElseThrow().reason()
        : "declared as known ("
            + outdated(row).orElseThrow().reason()
            + "), but it passes now; remove the declaration";
  }

  private Optional<Known> covering(Row row) {
    return known.covering(row.id(), row.version());
  }

  private Optional<Known> outdated(Row row) {
    return outdated.stream().filter(entry -> covers(entry, row)).findFirst();
  }

  private static boolean covers(Known entry, Row row) {
    return entry.covers(row.id(), row.version());
  }

  private static boolean isAlive(Outcome judged) {
    return judged == Outcome.FAILED || judged == Outcome.BROKEN;
  }
}
