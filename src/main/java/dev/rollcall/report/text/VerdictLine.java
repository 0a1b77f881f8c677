package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One verdict in one line, with its figures and the page to open. */
public final class VerdictLine {
  private VerdictLine() {}

  public static String of(ContractResult result, Path page) {
    String totals =
        Arrays.stream(Outcome.values())
            .map(outcome -> result.count(outcome) + " " + outcome.label())
            .collect(Collectors.joining(", "));
    long drift = result.violations().stream().filter(v -> v.ofDriftKind() && v.counts()).count();
    String line = "contract: " + result.verdict() + "  " + totals;
    line += drift == 0 ? "" : ", " + drift + " drift";
    line += result.advice() == 0 ? "" : ", " + result.advice() + " advice";
    return line + inBrackets(PlainText.line(result.reason())) + "  -> " + page;
  }

  public static String of(LoadResult result, Path page) {
    String reasons = PlainText.line(String.join("; ", result.reasons()));
    if (result.wasNotAllowed()) {
      return "load: not run  " + reasons + "  -> " + page;
    }
    String line = "load: " + result.verdict() + "  " + figures(result);
    return line + inBrackets(reasons) + "  -> " + page;
  }

  /** The line of a run that left no result that can be read. */
  public static String missing(String kind, String why, Path page) {
    return kind + ": NO RESULT  " + PlainText.line(why) + "  -> " + page;
  }

  private static String inBrackets(String reasons) {
    return reasons.isEmpty() ? "" : "  (" + reasons + ")";
  }

  private static String figures(LoadResult result) {
    double p99 =
        result.operations().stream()
            .mapToDouble(operation -> operation.latencyMillis().p99())
            .max()
            .orElse(0);
    return Figures.count(result.asked().requests(), "request")
        + ", "
        + Figures.rate(result.reached().perSecond())
        + " of "
        + Figures.rate(result.asked().perSecond())
        + " asked, p99 "
        + Figures.millis(p99)
        + ", "
        + Figures.count(result.errors(), "error");
  }
}
