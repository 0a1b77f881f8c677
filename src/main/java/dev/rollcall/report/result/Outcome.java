package dev.rollcall.report.result;

import java.util.Locale;

/** How one check ended. Totals over all six always add up to the catalogue. */
public enum Outcome {
  /** The target keeps the promise. */
  PASSED("the target keeps the promise"),
  /** The target answered, and wrongly. */
  FAILED("the target answered, and wrongly"),
  /** No answer came, or a defect of Rollcall's own. */
  BROKEN("no answer came, or Rollcall itself has a defect"),
  /** The target lacks what the check needs, or the check was not selected. */
  SKIPPED("not judged: the target lacks what the check needs, or it was not selected"),
  /** A declared deviation, still failing. */
  KNOWN("a declared deviation, still failing"),
  /** A declared deviation that passes now: the declaration is to be removed. */
  STALE("a declared deviation that passes now: remove its declaration");

  private final String meaning;

  Outcome(String meaning) {
    this.meaning = meaning;
  }

  /** The outcome as a clause for readers. */
  public String meaning() {
    return meaning;
  }

  /** The name in running text, such as "passed". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a reader has to be shown how it came about. */
  public boolean needsEvidence() {
    return switch (this) {
      case FAILED, BROKEN, KNOWN, STALE -> true;
      case PASSED, SKIPPED -> false;
    };
  }
}
