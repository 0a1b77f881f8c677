package dev.rollcall.contract;

import dev.rollcall.contract.ask.CheckRecord;
import dev.rollcall.contract.ask.Judge;
import dev.rollcall.contract.ask.Observations;
import dev.rollcall.contract.wire.NoAnswer;
import dev.rollcall.definition.Basis;
import dev.rollcall.definition.Clause;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Place;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Disagreement;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Observation;
import dev.rollcall.report.result.ContractResult.Untestable;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.KnownDeviations;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one result of all reports: what counts against whom, and the verdict. Pure but for today's
 * date.
 */
final class Settlement {
  /** The version whose pages hold every clause. */
  private static final String DEFINING = "v1.0";

  private final boolean strict;
  private final KnownDeviations known;

  private Settlement(boolean strict, KnownDeviations known) {
    this.strict = strict;
    this.known = known;
  }

  /**
   * @throws dev.rollcall.target.InvalidSetting if the known deviations are of no use
   */
  static Settlement of(Settings settings) {
    List<String> ids = Catalogue.entries().stream().map(entry -> entry.check().id()).toList();
    return new Settlement(
        settings.flag(Setting.STRICT), KnownDeviations.of(settings, ids, LocalDate.now()));
  }

  /** Whether a failure of this check counts against the target. */
  boolean counts(Check check, TargetInfo target) {
    boolean promised =
        check.level() == Level.MUST
            && (check.basis() == Basis.DOCUMENTED || check.basis() == Basis.DERIVED);
    return target.ours() || strict || promised;
  }

  boolean isKnown(Row row) {
    return known.covering(row.id(), row.version()).isPresent();
  }

  /** The result of a run that could not begin. */
  static ContractResult notBegun(Instant startedAt, TargetInfo target, String reason) {
    return new ContractResult(
        ContractResult.FORMAT,
        "contract",
        startedAt,
        Verdict.UNKNOWN,
        reason,
        target,
        totals(List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * @param reports of checks that ran
   * @param unrun why the others did not: skipped, or broken before they began
   */
  ContractResult settle(
      Instant startedAt, TargetInfo target, Map<Row, CheckReport> reports, Map<Row, Unrun> unrun) {
    Definition definition = Definition.bundled(DEFINING);
    List<Violation> violations = violations(reports, target);
    List<Judgement> judgements = judgements(target, reports, unrun, violations);
    Declarations declared = declarations(judgements);
    List<Finding> findings =
        judgements.stream()
            .map(judgement -> finding(judgement, declared, definition, target))
            .toList();
    Verdict verdict = verdict(findings, violations);
    return new ContractResult(
        ContractResult.FORMAT,
        "contract",
        startedAt,
        verdict,
        reason(findings, verdict),
        target,
        totals(findings),
        findings,
        violations,
        observations(reports, definition),
        definition.disagreements().stream()
            .map(
                d ->
                    new Disagreement(
                        d.places().stream().map(Place::toString).toList(), d.text(), d.rule()))
            .toList(),
        definition.untestable().stream()
            .map(u -> new Untestable(u.statement(), u.reason()))
            .toList(),
        Coverage.areas());
  }

  /** Those under test; if it was never learnt which, the one that defines. */
  static Stream<String> versions(TargetInfo target) {
    return target.versions().isEmpty() ? Stream.of(DEFINING) : target.versions().stream();
  }

  /** Why a check did not run. */
  record Unrun(Outcome outcome, String reason) {
    static final Unrun NOT_SELECTED = new Unrun(Outcome.SKIPPED, "not selected");
  }

  static Verdict verdict(List<Finding> findings, List<Violation> violations) {
    boolean deviates =
        findings.stream().anyMatch(Finding::counts)
            || violations.stream().anyMatch(Violation::counts);
    if (deviates) {
      return Verdict.DEVIATES;
    }
    boolean broken = findings.stream().anyMatch(finding -> finding.outcome() == Outcome.BROKEN);
    boolean nothing =
        findings.stream()
            .allMatch(f -> f.outcome() == Outcome.SKIPPED || f.outcome() == Outcome.BROKEN);
    return broken || nothing ? Verdict.UNKNOWN : Verdict.CONFORMS;
  }

  private static String reason(List<Finding> findings, Verdict verdict) {
    if (verdict != Verdict.UNKNOWN) {
      return "";
    }
    return findings.stream()
        .filter(finding -> finding.outcome() == Outcome.BROKEN)
        // Those who ran into it tell more than those who were spared it, whoever came first.
        .min(Comparator.comparing(finding -> finding.reason().startsWith(NoAnswer.NOT_SENT)))
        .map(finding -> finding.id() + " is broken: " + finding.reason())
        .orElse("no check was run");
  }

  private static List<Judgement> judgements(
      TargetInfo target,
      Map<Row, CheckReport> reports,
      Map<Row, Unrun> unrun,
      List<Violation> violations) {
    return Catalogue.entries().stream()
        .flatMap(
            entry ->
                versions(target)
                    .map(version -> new Row(entry.check().id(), version))
                    .map(
                        row ->
                            new Judgement(
                                entry,
                                row,
                                Optional.ofNullable(reports.get(row)),
                                unrun.getOrDefault(row, Unrun.NOT_SELECTED),
                                violations.stream()
                                    .filter(v -> rowOf(v).equals(row) && !Judge.isDrift(v))
                                    .findFirst())))
        .toList();
  }

  private Declarations declarations(List<Judgement> judgements) {
    return Declarations.of(
        known,
        judgements.stream().collect(Collectors.toMap(Judgement::row, Judgement::outcome)),
        judgements.stream().filter(Judgement::isUnselected).map(Judgement::row).toList());
  }

  private Finding finding(
      Judgement judgement, Declarations declared, Definition definition, TargetInfo target) {
    Check check = judgement.entry().check();
    Row row = judgement.row();
    Outcome outcome = declared.outcome(row, judgement.outcome());
    Clause clause = definition.clause(check.clause()[0]).orElseThrow();
    return new Finding(
        check.id(),
        row.version(),
        judgement.entry().title(),
        judgement.entry().operation(),
        check.level().name(),
        check.basis().name(),
        clause.text(),
        clause.statement() + ", " + clause.source() + ", " + clause.place(),
        Arrays.stream(check.needs()).map(Enum::name).toList(),
        outcome,
        outcome == Outcome.STALE || (outcome == Outcome.FAILED && counts(check, target)),
        switch (outcome) {
          case KNOWN, STALE -> declared.reason(row, outcome);
          case PASSED, FAILED, BROKEN, SKIPPED -> judgement.reason();
        },
        judgement.expected(),
        judgement.actual(),
        check.hint(),
        judgement.millis(),
        judgement.exchanges());
  }

  /** All violations, each once, with whether it counts. */
  private List<Violation> violations(Map<Row, CheckReport> reports, TargetInfo target) {
    var merged = new LinkedHashMap<List<String>, Violation>();
    var byRow = new LinkedHashMap<Row, Integer>();
    for (CheckReport report : reports.values()) {
      for (Violation violation : report.violations()) {
        List<String> key = key(violation);
        if (merged.containsKey(key)
            || byRow.merge(rowOf(violation), 1, Integer::sum) <= CheckRecord.MOST_VIOLATIONS) {
          merged.merge(
              key, counted(violation, target), (first, again) -> first.seenAgain(again.times()));
        }
      }
    }
    return List.copyOf(merged.values());
  }

  private static List<String> key(Violation violation) {
    return List.of(
        violation.check(),
        violation.version(),
        violation.kind(),
        violation.pointer(),
        violation.keyword(),
        violation.value());
  }

  private Violation counted(Violation violation, TargetInfo target) {
    return violation.counting(
        Judge.isDrift(violation) ? target.ours() || strict : !isKnown(rowOf(violation)));
  }

  private static Row rowOf(Violation violation) {
    return new Row(violation.check(), violation.version());
  }

  private static List<Observation> observations(
      Map<Row, CheckReport> reports, Definition definition) {
    var times = new LinkedHashMap<String, Integer>();
    Observations.statements().forEach(statement -> times.put(statement, 0));
    reports.values().forEach(r -> r.observed().forEach((s, n) -> times.merge(s, n, Integer::sum)));
    return times.entrySet().stream()
        .map(
            seen ->
                new Observation(
                    seen.getKey(),
                    definition.clause(seen.getKey()).map(Clause::text).orElseThrow(),
                    seen.getValue() > 0,
                    seen.getValue()))
        .toList();
  }

  private static Map<Outcome, Integer> totals(List<Finding> findings) {
    var totals = new EnumMap<Outcome, Integer>(Outcome.class);
    Arrays.stream(Outcome.values()).forEach(outcome -> totals.put(outcome, 0));
    findings.forEach(finding -> totals.merge(finding.outcome(), 1, Integer::sum));
    return totals;
  }
}
