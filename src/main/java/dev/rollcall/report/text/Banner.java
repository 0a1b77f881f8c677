package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import java.util.Locale;

/**
 * A verdict as the reader meets it first: in words, and in a tone that only repeats the words.
 *
 * @param subject what was judged, such as "Contract"
 * @param word the verdict, such as "CONFORMS"
 * @param tone "good", "bad" or "unsure"
 * @param sentence what the word means here
 */
public record Banner(String subject, String word, String tone, String sentence) {

  public static Banner of(ContractResult result) {
    String tone =
        switch (result.verdict()) {
          case CONFORMS -> "good";
          case DEVIATES -> "bad";
          case UNKNOWN -> "unsure";
        };
    String meaning = result.verdict().meaning();
    String reason = result.reason().isEmpty() ? inFigures(result) : result.reason();
    return new Banner(
        "Contract",
        result.verdict().name(),
        tone,
        sentence(reason.isEmpty() ? meaning : meaning + ": " + reason));
  }

  private static String inFigures(ContractResult result) {
    long counting = result.checks().stream().filter(ContractResult.Finding::counts).count();
    return switch (result.verdict()) {
      case DEVIATES ->
          Figures.count(counting, "check")
              + " of "
              + Figures.count(result.checks().size())
              + (counting == 1 ? " counts" : " count")
              + " against the target";
      case CONFORMS, UNKNOWN -> "";
    };
  }

  public static Banner of(LoadResult result) {
    String reasons = String.join("; ", result.reasons());
    if (result.wasNotAllowed()) {
      return new Banner("Load", "NOT RUN", "unsure", sentence(reasons));
    }
    String tone =
        switch (result.verdict()) {
          case PASSED -> "good";
          case FAILED -> "bad";
          case INVALID -> "unsure";
        };
    String meaning = result.verdict().meaning();
    return new Banner(
        "Load",
        result.verdict().name(),
        tone,
        sentence(reasons.isEmpty() ? meaning : meaning + ": " + reasons));
  }

  public static Banner missing(String subject, String why) {
    return new Banner(subject, "NO RESULT", "unsure", sentence(why));
  }

  private static String sentence(String clause) {
    return clause.isEmpty()
        ? clause
        : clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }
}
