package dev.rollcall.report.ci;

import static java.util.stream.Collectors.joining;

import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Trend;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.report.text.Banner;
import dev.rollcall.report.text.ComparedText;
import dev.rollcall.report.text.Drift;
import dev.rollcall.report.text.Figures;
import dev.rollcall.report.text.Judged;
import dev.rollcall.report.text.PlainText;
import dev.rollcall.report.text.Standing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What GitHub shows beside a workflow run, as the commands that its runner reads: an error for
 * whatever counts or is broken, a warning for advice and drift. A step shows ten of each; a notice
 * says how many more there are.
 */
public final class Annotations {
  private static final int MOST = 10;
  private static final int LONGEST = 600;

  /** A line break in a command's value. Those of a target are blanks by then. */
  private static final String LINE_BREAK = "%0A";

  private Annotations() {}

  private enum Kind {
    ERROR("error"),
    WARNING("warning"),
    NOTICE("notice");

    private final String command;

    Kind(String command) {
      this.command = command;
    }

    String line(String title, String... message) {
      String data = Arrays.stream(message).map(Annotations::data).collect(joining(LINE_BREAK));
      return "::" + command + " title=" + property(title) + "::" + data;
    }
  }

  /** One line per finding. */
  public static List<String> of(ContractResult result, Path folder) {
    List<Finding> findings = result.checks();
    List<Violation> drift = Drift.of(result);
    var errors = new ArrayList<String>();
    Stream.of(Standing.COUNTS, Standing.OUTDATED, Standing.UNANSWERED)
        .forEach(standing -> errors.addAll(lines(Kind.ERROR, standing, findings, result)));
    drift.stream().filter(Violation::counts).forEach(v -> errors.add(line(Kind.ERROR, v)));
    if (errors.isEmpty() && result.verdict() != Verdict.CONFORMS) {
      errors.add(Kind.ERROR.line("contract " + result.verdict(), Banner.of(result).sentence()));
    }
    var warnings = new ArrayList<>(lines(Kind.WARNING, Standing.ADVICE, findings, result));
    drift.stream().filter(v -> !v.counts()).forEach(v -> warnings.add(line(Kind.WARNING, v)));
    return bounded(errors, warnings, folder.resolve(Pages.CONTRACT));
  }

  /**
   * One line per missed objective and per figure that became worse, or one that says why nothing
   * was measured.
   */
  public static List<String> of(LoadResult result, Path folder) {
    var errors = new ArrayList<String>();
    if (result.verdict() == LoadVerdict.FAILED) {
      result.slos().stream()
          .filter(slo -> !slo.met())
          .forEach(
              slo ->
                  errors.add(
                      Kind.ERROR.line(
                          "load: " + slo.name(),
                          "limit " + slo.limit(),
                          "actual " + slo.actual())));
      if (result.baseline() != null) {
        result.baseline().figures().stream()
            .filter(figure -> figure.trend() == Trend.WORSE)
            .map(ComparedText::new)
            .forEach(
                worse ->
                    errors.add(
                        Kind.ERROR.line(
                            "load: " + worse.figure().name(),
                            worse.sentence(),
                            "baseline " + result.baseline().name())));
      }
    }
    if (errors.isEmpty() && result.verdict() != LoadVerdict.PASSED) {
      errors.add(Kind.ERROR.line("load " + result.verdict(), Banner.of(result).sentence()));
    }
    return bounded(errors, List.of(), folder.resolve(Pages.INDEX));
  }

  private static List<String> lines(
      Kind kind, Standing standing, List<Finding> findings, ContractResult result) {
    return Judged.of(findings.stream().filter(f -> Standing.of(f) == standing).toList()).stream()
        .map(judged -> line(kind, judged, result.target()))
        .toList();
  }

  private static String line(Kind kind, Judged judged, TargetInfo target) {
    Finding finding = judged.finding();
    String versions = judged.label(target);
    String title =
        finding.id()
            + " "
            + finding.outcome()
            + (finding.shownAsAdvice() ? " (advice)" : "")
            + (versions.isEmpty() ? "" : " in " + versions);
    return finding.outcome() == Outcome.FAILED
        ? kind.line(
            title, finding.title(), "expected " + finding.expected(), "actual " + finding.actual())
        : kind.line(title, finding.title(), finding.reason());
  }

  private static String line(Kind kind, Violation violation) {
    return kind.line(violation.kind() + " in " + violation.version(), Drift.shortly(violation));
  }

  private static List<String> bounded(List<String> errors, List<String> warnings, Path page) {
    var lines = new ArrayList<String>();
    errors.stream().limit(MOST).forEach(lines::add);
    warnings.stream().limit(MOST).forEach(lines::add);
    more(lines, errors.size() - MOST, "more that count or are broken", page);
    more(lines, warnings.size() - MOST, "more as advice", page);
    return lines;
  }

  private static void more(List<String> lines, int count, String what, Path page) {
    if (count > 0) {
      lines.add(Kind.NOTICE.line("rollcall", Figures.count(count) + " " + what + ": see " + page));
    }
  }

  /** A line of a command's value; the runner turns what is escaped back. */
  private static String data(String text) {
    return PlainText.line(text, LONGEST).replace("%", "%25");
  }

  /** The value of a property, which a colon or a comma would end. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
