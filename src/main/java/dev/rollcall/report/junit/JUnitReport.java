package dev.rollcall.report.junit;

import dev.rollcall.report.junit.JUnitSuite.Case;
import dev.rollcall.report.junit.JUnitSuite.Ending;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Slo;
import dev.rollcall.report.result.LoadResult.Trend;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.report.text.Chapter;
import dev.rollcall.report.text.ComparedText;
import dev.rollcall.report.text.Drift;
import dev.rollcall.report.text.ExchangeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Results in JUnit's terms, for CI servers: a check in one version is a test, a counting violation
 * or drift of which no check tells is one, and so is an objective of a load run, and a figure that
 * was compared with a baseline. Red if and only if the verdict is not good, save for a load run
 * that nobody permitted.
 */
public final class JUnitReport {
  private static final String ROOT = "rollcall.";

  private JUnitReport() {}

  public static String of(ContractResult result) {
    return JUnitXml.of(suites(result));
  }

  public static String of(LoadResult result) {
    return JUnitXml.of(
        List.of(
            new JUnitSuite(
                ROOT + LoadResult.KIND,
                result.startedAt(),
                result.target().root(),
                cases(result))));
  }

  private static List<JUnitSuite> suites(ContractResult result) {
    List<Violation> drift = Drift.of(result);
    var suites = new ArrayList<JUnitSuite>();
    for (Chapter version : Chapter.ofVersions(result.checks())) {
      Stream<Case> findings = version.findings().stream().map(f -> of(f, result.target()));
      Stream<Case> violations =
          drift.stream()
              .filter(violation -> violation.version().equals(version.heading()))
              .map(violation -> of(violation, result.target()));
      suites.add(suite(version.heading(), result, Stream.concat(findings, violations).toList()));
    }
    boolean red = suites.stream().flatMap(suite -> suite.cases().stream()).anyMatch(Case::isRed);
    if (result.verdict() != Verdict.CONFORMS && !red) {
      suites.add(suite("run", result, List.of(unjudged(result))));
    }
    return suites;
  }

  private static JUnitSuite suite(String name, ContractResult result, List<Case> cases) {
    return new JUnitSuite(
        ROOT + ContractResult.KIND + "." + name, result.startedAt(), result.target().root(), cases);
  }

  private static Case of(Finding finding, TargetInfo target) {
    String classname = ROOT + finding.version() + "." + finding.operation();
    Ending ending = ending(finding);
    return new Case(
        classname,
        finding.id(),
        finding.millis(),
        ending,
        finding.outcome().name(),
        message(finding),
        ending == Ending.FAILURE || ending == Ending.ERROR ? details(finding, target) : List.of());
  }

  private static Ending ending(Finding finding) {
    return switch (finding.outcome()) {
      case PASSED -> Ending.PASSED;
      case FAILED -> finding.counts() ? Ending.FAILURE : Ending.SKIPPED;
      case STALE -> Ending.FAILURE;
      case BROKEN -> Ending.ERROR;
      case KNOWN, SKIPPED -> Ending.SKIPPED;
    };
  }

  private static String message(Finding finding) {
    String deviation = "expected " + finding.expected() + ", but got " + finding.actual();
    return switch (finding.outcome()) {
      case FAILED -> finding.counts() ? deviation : "advice: " + deviation;
      case PASSED, BROKEN, SKIPPED, KNOWN, STALE -> finding.reason();
    };
  }

  private static List<String> details(Finding finding, TargetInfo target) {
    var details = new ArrayList<String>();
    add(details, "promise", finding.title());
    add(details, "clause", finding.clause() + " (" + finding.source() + ")");
    add(details, "expected", finding.expected());
    add(details, "actual", finding.actual());
    finding.exchanges().stream()
        .findFirst()
        .ifPresent(first -> add(details, "request", new ExchangeLine(first, target).requestLine()));
    add(details, "hint", finding.hint());
    return details;
  }

  private static void add(List<String> details, String label, String text) {
    if (!text.isBlank()) {
      details.add(label + ": " + text);
    }
  }

  private static Case of(Violation violation, TargetInfo target) {
    String told = Drift.shortly(violation);
    return new Case(
        ROOT + violation.version() + "." + violation.check(),
        violation.kind() + " " + violation.pointer() + " " + violation.value(),
        0,
        violation.counts() ? Ending.FAILURE : Ending.SKIPPED,
        violation.kind(),
        violation.counts() ? told : "advice: " + told,
        violation.counts()
            ? List.of(
                "schema: " + violation.schema() + ", " + violation.keyword(),
                "request: " + new ExchangeLine(violation.exchange(), target).requestLine())
            : List.of());
  }

  private static Case unjudged(ContractResult result) {
    String why = result.reason().isEmpty() ? result.verdict().meaning() : result.reason();
    return new Case(
        ROOT + ContractResult.KIND,
        "run",
        0,
        Ending.ERROR,
        result.verdict().name(),
        why,
        List.of());
  }

  private static List<Case> cases(LoadResult result) {
    var cases = new ArrayList<Case>();
    result.slos().forEach(slo -> cases.add(of(slo, result)));
    if (result.baseline() != null) {
      result.baseline().figures().forEach(figure -> cases.add(of(figure, result)));
    }
    boolean good = result.verdict() == LoadVerdict.PASSED;
    if (cases.isEmpty() || (!good && cases.stream().noneMatch(Case::isRed))) {
      cases.add(load("run", result, ending(result, good), List.of()));
    }
    return cases;
  }

  private static Case of(Slo slo, LoadResult result) {
    return load(
        slo.name(),
        result,
        ending(result, slo.met()),
        List.of("limit: " + slo.limit(), "actual: " + slo.actual()));
  }

  private static Case of(Compared figure, LoadResult result) {
    var text = new ComparedText(figure);
    boolean insufficient = figure.trend() == Trend.INSUFFICIENT;
    Ending ending = ending(result, figure.trend() != Trend.WORSE);
    return new Case(
        ROOT + LoadResult.KIND + "." + result.profile().name() + ".baseline",
        figure.name(),
        0,
        insufficient && ending == Ending.PASSED ? Ending.SKIPPED : ending,
        insufficient ? figure.trend().name() : result.verdict().name(),
        text.sentence() + (insufficient ? "; " + text.remedy() : ""),
        ending == Ending.FAILURE || ending == Ending.ERROR
            ? List.of("before: " + text.before(), "now: " + text.now(), "change: " + text.range())
            : List.of());
  }

  private static Ending ending(LoadResult result, boolean met) {
    if (result.wasNotAllowed()) {
      return Ending.SKIPPED;
    }
    if (result.verdict() == LoadVerdict.INVALID) {
      return Ending.ERROR;
    }
    return met ? Ending.PASSED : Ending.FAILURE;
  }

  private static Case load(
      String name, LoadResult result, Ending ending, List<String> limitAndActual) {
    String reasons = String.join("; ", result.reasons());
    return new Case(
        ROOT + LoadResult.KIND + "." + result.profile().name(),
        name,
        0,
        ending,
        result.verdict().name(),
        ending == Ending.FAILURE && !limitAndActual.isEmpty()
            ? String.join(", ", limitAndActual)
            : reasons,
        ending == Ending.SKIPPED ? List.of() : limitAndActual);
  }
}
