package dev.rollcall.report;

import dev.rollcall.report.cause.Cause;
import dev.rollcall.report.cause.Causes;
import dev.rollcall.report.page.ContractPage;
import dev.rollcall.report.page.LoadWords;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.text.Chapter;
import dev.rollcall.report.text.ComparedText;
import dev.rollcall.report.text.Curl;
import dev.rollcall.report.text.ExchangeLine;
import dev.rollcall.report.text.Figures;
import dev.rollcall.report.text.Judged;
import dev.rollcall.report.text.OutcomeTable;
import dev.rollcall.report.text.Part;
import dev.rollcall.report.text.PlainText;
import dev.rollcall.report.text.Standing;
import dev.rollcall.report.text.VerdictLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints results for a person at a terminal: what counts first, with its evidence; advice shortly;
 * the rest as counts; what lies behind it, and the verdict, last.
 */
public final class ConsoleReport {
  private static final int LABEL = 10;
  private static final int LONGEST_VALUE = 240;
  private static final int LONGEST_TEXT = 1_000;

  /** The last exchanges tell why a check failed; all are on the page. */
  private static final int MOST_EXCHANGES = 3;

  /** Begins the reason of a check of which no request has left. */
  private static final String NOT_SENT = "not sent: ";

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
    for (Part part : Part.of(result)) {
      switch (part.standing()) {
        case COUNTS, OUTDATED, UNANSWERED, DECLARED -> printFindings(part, result, MOST_EXCHANGES);
        case ADVICE -> printFindings(part, result, 1);
        case NOT_JUDGED, HOLDS -> {}
      }
    }
    printViolations(result);
    printSkipped(result);
    printCauses(result);
    out.println(VerdictLine.of(result, folder.resolve(Pages.CONTRACT)));
  }

  /** Prints missed objectives and the comparison of a load run, and the line of its verdict. */
  public void print(LoadResult result, Path folder) {
    result.slos().stream()
        .filter(slo -> !slo.met())
        .forEach(
            slo ->
                out.println(
                    PlainText.line(
                        "objective " + slo.name() + ": " + slo.actual() + ", limit " + slo.limit(),
                        LONGEST_TEXT)));
    if (result.baseline() != null) {
      out.println(
          PlainText.line(
              "beside "
                  + result.baseline().name()
                  + " of "
                  + Figures.instant(result.baseline().startedAt()),
              LONGEST_TEXT));
      for (Compared figure : result.baseline().figures()) {
        var text = new ComparedText(figure);
        String remedy = text.remedy();
        out.println(
            "  " + PlainText.line(text.sentence() + (remedy.isEmpty() ? "" : "; " + remedy)));
      }
    }
    if (result.capacity() != null) {
      out.println(
          PlainText.line(
              "capacity: "
                  + LoadWords.found(result.capacity())
                  + " Limited by: "
                  + result.capacity().limitedBy(),
              LONGEST_TEXT));
    }
    out.println(VerdictLine.of(result, folder.resolve(Pages.INDEX)));
  }

  private void printFindings(Part part, ContractResult result, int exchanges) {
    out.println(
        ink.strong(part.standing().title() + ": " + Figures.count(part.size(), "check"))
            + (part.standing() == Standing.ADVICE ? ", none of which counts" : ""));
    out.println();
    part.chapters().stream()
        .flatMap(chapter -> chapter.rows().stream())
        .filter(judged -> !isUnsent(judged.finding()))
        .forEach(judged -> print(judged, result.target(), exchanges));
  }

  /** Whether nothing is known of it but that the run was over before. */
  private static boolean isUnsent(Finding finding) {
    return finding.outcome() == Outcome.BROKEN
        && finding.exchanges().isEmpty()
        && finding.reason().startsWith(NOT_SENT);
  }

  private void print(Judged judged, TargetInfo target, int exchanges) {
    Finding finding = judged.finding();
    String versions = judged.label(target);
    out.println(
        ink.strong(PlainText.line(finding.id()))
            + "  "
            + PlainText.line(finding.level())
            + "  "
            + ink.of(finding.outcome(), finding.outcome().name())
            + (finding.shownAsAdvice() ? "  (advice)" : "")
            + (versions.isEmpty() ? "" : "  " + PlainText.line(versions)));
    field("promise", finding.title());
    field("clause", '"' + finding.clause() + "\"  (" + finding.source() + ")");
    field("reason", finding.reason());
    field("expected", finding.expected());
    field("actual", finding.actual());
    print(finding.exchanges(), target, exchanges);
    field("hint", finding.hint());
    out.println();
  }

  private void print(List<Exchange> exchanges, TargetInfo target, int most) {
    int earlier = Math.max(0, exchanges.size() - most);
    if (earlier > 0) {
      field("exchanges", Figures.count(earlier, "earlier one") + " on the page");
    }
    for (Exchange exchange : exchanges.subList(earlier, exchanges.size())) {
      field("exchange", new ExchangeLine(exchange, target).text());
      Curl curl = Curl.of(exchange.request());
      out.println("  " + padded("curl") + command(curl));
    }
  }

  /** A command that is cut would be worse than none. */
  private static String command(Curl curl) {
    if (curl.command().length() > LONGEST_TEXT) {
      return "(" + Figures.count(curl.command().length()) + " characters: copy it from the page)";
    }
    return curl.command() + (curl.isWhole() ? "" : "  (" + curl.gap() + ")");
  }

  private void field(String label, String text) {
    if (!text.isBlank()) {
      out.println("  " + padded(label) + PlainText.line(text, LONGEST_TEXT));
    }
  }

  private static String padded(String label) {
    return label + " ".repeat(Math.max(1, LABEL - label.length()));
  }

  private void printViolations(ContractResult result) {
    for (Violation violation : result.violations()) {
      out.println(
          ink.strong(PlainText.line(violation.kind()))
              + "  "
              + PlainText.line(violation.pointer(), LONGEST_VALUE)
              + "  "
              + PlainText.line(violation.value(), LONGEST_VALUE)
              + "  "
              + Figures.count(violation.times(), "time")
              + (violation.counts() ? "" : "  (advice)"));
      boolean several = result.target().versions().size() > 1;
      field("check", violation.check() + (several ? ", " + violation.version() : ""));
      field("schema", violation.schema() + ", " + violation.keyword());
    }
    if (!result.violations().isEmpty()) {
      out.println();
    }
  }

  private void printSkipped(ContractResult result) {
    printReasons(Outcome.BROKEN, result.checks().stream().filter(ConsoleReport::isUnsent).toList());
    printReasons(
        Outcome.SKIPPED,
        result.checks().stream().filter(f -> f.outcome() == Outcome.SKIPPED).toList());
  }

  private void printReasons(Outcome outcome, List<Finding> findings) {
    for (Chapter reason : Chapter.ofReasons(findings)) {
      out.println(
          ink.of(outcome, outcome.label())
              + "  "
              + Figures.count(reason.rows().size(), "check")
              + ": "
              + PlainText.line(reason.heading(), LONGEST_TEXT));
    }
    if (!findings.isEmpty()) {
      out.println();
    }
  }

  private void printCauses(ContractResult result) {
    List<Cause> causes = Causes.of(result);
    if (!causes.isEmpty()) {
      out.println(ink.strong("What lies behind it, as far as the exchanges tell"));
      for (Cause cause : causes) {
        out.println("  - " + PlainText.line(cause.headline(), LONGEST_TEXT));
        out.println("    " + PlainText.line(cause.evidence(), LONGEST_TEXT));
        out.println("    Likely: " + PlainText.line(cause.guess(), LONGEST_TEXT));
      }
      out.println();
    }
    if (ContractPage.areMasked(ContractPage.exchanges(result))) {
      out.println("People are masked: in the commands, put real ids for u1, u2, ...,");
      out.println("or run check with --show-personal-data.");
      out.println();
    }
  }
}
