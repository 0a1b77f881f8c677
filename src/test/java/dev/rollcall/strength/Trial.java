package dev.rollcall.strength;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of the catalogue under one fault.
 *
 * @param killedBy ids of the checks that found it
 * @param drift kinds of drift that were seen; drift kills nothing
 * @param defects checks that broke although answers came, each with its reason
 */
record Trial(Seeded fault, List<String> killedBy, List<String> drift, List<String> defects) {

  /** What a check says that got no answer because of a fault of the wire, by the fault's ending. */
  private static final Map<String, String> NAMED_BY =
      Map.of(
          "-reset", "reset",
          "-empty", "the connection was closed before a status line came",
          "-delay", "no whole answer within");

  static Trial of(Seeded fault, ContractResult result) {
    List<Finding> found =
        result.checks().stream().filter(finding -> isKill(fault, finding)).toList();
    return new Trial(
        fault,
        found.stream().map(Finding::id).distinct().toList(),
        result.violations().stream()
            .filter(Violation::ofDriftKind)
            .map(Violation::kind)
            .distinct()
            .sorted()
            .toList(),
        result.checks().stream()
            .filter(finding -> finding.outcome() == Outcome.BROKEN && isDefect(fault, finding))
            .map(finding -> finding.id() + ": " + finding.reason())
            .toList());
  }

  /** What became of it in two versions together. */
  Trial and(Trial other) {
    return new Trial(
        fault,
        together(killedBy, other.killedBy),
        together(drift, other.drift),
        together(defects, other.defects));
  }

  private static List<String> together(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private static boolean isKill(Seeded fault, Finding finding) {
    return finding.outcome() == Outcome.FAILED
        || (finding.outcome() == Outcome.BROKEN && isNamed(fault, finding));
  }

  private static boolean isNamed(Seeded fault, Finding finding) {
    return fault.isOfTheWire()
        && NAMED_BY.entrySet().stream()
            .filter(words -> fault.id().endsWith(words.getKey()))
            .anyMatch(words -> finding.reason().contains(words.getValue()));
  }

  /** After a fault of the wire much may go unanswered; otherwise a broken check is our mistake. */
  private static boolean isDefect(Seeded fault, Finding finding) {
    return !fault.isOfTheWire() || finding.reason().startsWith("defect in Rollcall");
  }
}
