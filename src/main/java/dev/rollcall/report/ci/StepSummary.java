package dev.rollcall.report.ci;

import dev.rollcall.report.cause.Cause;
import dev.rollcall.report.cause.Causes;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Trend;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.text.Banner;
import dev.rollcall.report.text.ComparedText;
import dev.rollcall.report.text.Drift;
import dev.rollcall.report.text.Figures;
import dev.rollcall.report.text.Judged;
import dev.rollcall.report.text.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result as Markdown for the page of a workflow run: the verdict, the totals, what counts, and
 * what lies behind it.
 */
public final class StepSummary {
  /** A summary may have a mebibyte, and a reader has little patience. */
  private static final int MOST = 30;

  private StepSummary() {}

  /** What a contract run found. */
  public static String of(ContractResult result) {
    var text = new ArrayList<String>();
    heading(text, Banner.of(result));
    if (!result.checks().isEmpty()) {
      totals(text, result);
    }
    List<List<String>> rows = rows(result);
    if (!rows.isEmpty()) {
      text.add("### What counts or is broken");
      text.add("");
      table(text, List.of("check", "outcome", "expected", "actual"), rows);
    }
    causes(text, Causes.of(result));
    return String.join("\n", text) + "\n";
  }

  /** What a load run measured. */
  public static String of(LoadResult result) {
    var text = new ArrayList<String>();
    heading(text, Banner.of(result));
    if (!result.slos().isEmpty()) {
      table(
          text,
          List.of("objective", "limit", "actual", "met"),
          result.slos().stream()
              .map(
                  slo ->
                      List.of(
                          Markdown.text(slo.name()),
                          Markdown.text(slo.limit()),
                          Markdown.text(slo.actual()),
                          slo.met() ? "yes" : "**no**"))
              .toList());
    }
    if (result.baseline() != null) {
      text.add("### Beside " + Markdown.text(result.baseline().name()));
      text.add("");
      table(
          text,
          List.of("figure", "before", "now", "change", "trend"),
          result.baseline().figures().stream().map(StepSummary::row).toList());
    }
    return String.join("\n", text) + "\n";
  }

  private static List<String> row(Compared figure) {
    var words = new ComparedText(figure);
    String trend = figure.trend().name();
    return List.of(
        Markdown.text(figure.name()),
        Markdown.text(words.before()),
        Markdown.text(words.now()),
        Markdown.text(words.range()),
        figure.trend() == Trend.WORSE ? "**" + trend + "**" : trend);
  }

  private static void heading(List<String> text, Banner banner) {
    text.add("## " + banner.subject() + ": " + banner.word());
    text.add("");
    text.add(Markdown.text(banner.sentence()));
    text.add("");
  }

  private static void totals(List<String> text, ContractResult result) {
    List<String> head =
        Stream.concat(Arrays.stream(Outcome.values()).map(Outcome::label), Stream.of("advice"))
            .toList();
    List<String> figures =
        Stream.concat(
                Arrays.stream(Outcome.values()).map(outcome -> (long) result.count(outcome)),
                Stream.of(result.advice()))
            .map(Figures::count)
            .toList();
    table(text, head, List.of(figures));
  }

  private static List<List<String>> rows(ContractResult result) {
    Stream<List<String>> findings =
        Stream.of(Standing.COUNTS, Standing.OUTDATED, Standing.UNANSWERED)
            .flatMap(standing -> of(standing, result).stream())
            .map(judged -> row(judged, result.target()));
    Stream<List<String>> violations =
        Drift.of(result).stream().filter(Violation::counts).map(StepSummary::row);
    return Stream.concat(findings, violations).toList();
  }

  private static List<Judged> of(Standing standing, ContractResult result) {
    return Judged.of(
        result.checks().stream().filter(finding -> Standing.of(finding) == standing).toList());
  }

  private static List<String> row(Judged judged, TargetInfo target) {
    Finding finding = judged.finding();
    String versions = judged.label(target);
    boolean failed = finding.outcome() == Outcome.FAILED;
    return List.of(
        Markdown.code(finding.id()) + (versions.isEmpty() ? "" : " " + Markdown.text(versions)),
        finding.outcome().name(),
        failed ? Markdown.code(finding.expected()) : Markdown.text(finding.title()),
        failed ? Markdown.code(finding.actual()) : Markdown.text(finding.reason()));
  }

  private static List<String> row(Violation violation) {
    return List.of(
        Markdown.code(violation.check()) + " " + Markdown.text(violation.version()),
        Markdown.text(violation.kind()),
        Markdown.code(violation.schema() + ", " + violation.keyword()),
        Markdown.code(Drift.shortly(violation)));
  }

  private static void causes(List<String> text, List<Cause> causes) {
    if (causes.isEmpty()) {
      return;
    }
    text.add("### In short");
    text.add("");
    for (Cause cause : causes) {
      text.add(
          "- **"
              + Markdown.text(cause.headline())
              + "** "
              + Markdown.text(cause.evidence())
              + " Likely: "
              + Markdown.text(cause.guess()));
    }
    text.add("");
  }

  private static void table(List<String> text, List<String> head, List<List<String>> rows) {
    text.add(row(head));
    text.add(row(head.stream().map(each -> "---").toList()));
    rows.stream().limit(MOST).forEach(row -> text.add(row(row)));
    text.add("");
    if (rows.size() > MOST) {
      text.add(Figures.count(rows.size() - MOST) + " more are in the report.");
      text.add("");
    }
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
