package dev.rollcall.report;

import dev.rollcall.report.ContractResult.Finding;
import dev.rollcall.report.ContractResult.Violation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Prints results for a person at a terminal: what did not pass with its evidence, the rest as
 * counts, the verdict last.
 */
public final class ConsoleReport {
  private static final int LABEL = 10;
  private static final int LONGEST_BODY = 240;
  private static final int LONGEST_TEXT = 1_000;

  /** Long, says nothing new, and stands first: it would take all the room of a line. */
  private static final Pattern CONTEXT =
      Pattern.compile("\"@odata.context\"\\s*:\\s*\"[^\"]*\"\\s*,?");

  private final PrintStream out;
  private final Ink ink;

  /** Prints without colours. */
  public ConsoleReport(PrintStream out) {
    this(out, false);
  }

  /**
   * @param coloured whether the stream shows ANSI colours
   */
  public ConsoleReport(PrintStream out, boolean coloured) {
    this.out = out;
    this.ink = coloured ? Ink.COLOURED : Ink.PLAIN;
  }

  /** Prints what a contract run found, ending with the line of its verdict. */
  public void print(ContractResult result, Path folder) {
    if (!result.checks().isEmpty()) {
      new OutcomeTable(result).lines().forEach(out::println);
      out.println();
    }
    result.checks().stream()
        .filter(finding -> finding.outcome().needsEvidence())
        .forEach(finding -> print(finding, result.target()));
    printViolations(result.violations());
    printSkipped(result.checks());
    out.println(VerdictLine.of(result, folder.resolve(Pages.CONTRACT)));
  }

  /** Prints the line of a load run's verdict. */
  public void print(LoadResult result, Path folder) {
    out.println(VerdictLine.of(result, folder.resolve(Pages.INDEX)));
  }

  private void print(Finding finding, TargetInfo target) {
    String outcome = finding.outcome() + (finding.shownAsAdvice() ? " (advice)" : "");
    out.println(
        ink.strong(PlainText.line(finding.id()))
            + "  "
            + PlainText.line(finding.level())
            + "  "
            + ink.of(finding.outcome(), outcome));
    field("clause", '"' + finding.clause() + "\"  (" + finding.source() + ")");
    field("reason", finding.reason());
    field("expected", finding.expected());
    field("actual", finding.actual());
    List<String> exchanges =
        finding.exchanges().stream().map(exchange -> line(exchange, target)).toList();
    for (int i = 0; i < exchanges.size(); i++) {
      field(i == 0 ? "exchange" : "", exchanges.get(i));
    }
    field("hint", finding.hint());
    out.println();
  }

  private void field(String label, String text) {
    if (!text.isBlank()) {
      out.println("  " + padded(label) + PlainText.line(text, LONGEST_TEXT));
    }
  }

  private static String padded(String label) {
    return label + " ".repeat(Math.max(1, LABEL - label.length()));
  }

  private static String line(Exchange exchange, TargetInfo target) {
    Exchange.Request request = exchange.request();
    String url = request.url();
    String path = url.startsWith(target.root()) ? url.substring(target.root().length()) : url;
    return request.method()
        + " "
        + PlainText.line(path, LONGEST_BODY)
        + body(request.body())
        + " -> "
        + exchange.answer().map(ConsoleReport::line).orElse("no answer")
        + "  "
        + exchange.millis()
        + " ms";
  }

  private static String line(Exchange.Response response) {
    return (response.status() == 0 ? "unreadable" : response.status())
        + body(response.body())
        + (response.cut() ? " (cut short)" : "");
  }

  private static String body(String body) {
    String telling = CONTEXT.matcher(body).replaceFirst("");
    return telling.isBlank() ? "" : " " + PlainText.line(telling, LONGEST_BODY);
  }

  private void printViolations(List<Violation> violations) {
    for (Violation violation : violations) {
      out.println(
          ink.strong(PlainText.line(violation.kind()))
              + "  "
              + PlainText.line(violation.pointer(), LONGEST_BODY)
              + "  "
              + PlainText.line(violation.value(), LONGEST_BODY)
              + "  "
              + Figures.count(violation.times(), "time")
              + (violation.counts() ? "" : "  (advice)"));
      field("check", violation.check());
      field("schema", violation.schema() + ", " + violation.keyword());
    }
    if (!violations.isEmpty()) {
      out.println();
    }
  }

  private void printSkipped(List<Finding> findings) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    findings.stream()
        .filter(finding -> finding.outcome() == Outcome.SKIPPED)
        .forEach(finding -> reasons.merge(finding.reason(), 1, Integer::sum));
    reasons.forEach(
        (reason, checks) ->
            out.println(
                ink.of(Outcome.SKIPPED, "skipped")
                    + "  "
                    + Figures.count(checks, "check")
                    + ": "
                    + PlainText.line(reason, LONGEST_TEXT)));
    if (!reasons.isEmpty()) {
      out.println();
    }
  }
}
