package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult.Finding;
import java.util.Locale;

/** What a finding means for the verdict: the parts of a report, in their order. */
public enum Standing {
  COUNTS("What does not hold", "Each of these counts against the target."),
  OUTDATED(
      "What is declared not to hold, but does",
      "Each of these counts until its declaration is removed."),
  UNANSWERED(
      "What could not be judged to the end",
      "No answer came, or Rollcall itself has a defect: nothing is said of the target."),
  DECLARED("What is known not to hold", "Declared with --known, and still so."),
  ADVICE(
      "Advice",
      "Differences that do not count against this target: a SHOULD, or something that was observed"
          + " rather than documented. With --strict they count."),
  HOLDS("What holds", ""),
  NOT_JUDGED("What was not judged", "");

  private final String title;
  private final String note;

  Standing(String title, String note) {
    this.title = title;
    this.note = note;
  }

  /** The heading of the part. */
  public String title() {
    return title;
  }

  /** What a reader has to know of all findings of the part; may be empty. */
  public String note() {
    return note;
  }

  /** Where a finding belongs. */
  public static Standing of(Finding finding) {
    return switch (finding.outcome()) {
      case PASSED -> HOLDS;
      case FAILED -> finding.counts() ? COUNTS : ADVICE;
      case BROKEN -> UNANSWERED;
      case SKIPPED -> NOT_JUDGED;
      case KNOWN -> DECLARED;
      case STALE -> OUTDATED;
    };
  }

  /** The name as an anchor of the page. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
