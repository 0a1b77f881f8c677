package dev.rollcall.report;

/** How one check ended. Totals over all six always add up to the catalogue. */
public enum Outcome {
  /** The target keeps the promise. */
  PASSED,
  /** The target answered, and wrongly. */
  FAILED,
  /** No answer came, or a defect of Rollcall's own. */
  BROKEN,
  /** The target lacks what the check needs, or the check was not selected. */
  SKIPPED,
  /** A declared deviation, still failing. */
  KNOWN,
  /** A declared deviation that passes now: the declaration is to be removed. */
  STALE
}
