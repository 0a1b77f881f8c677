package dev.rollcall.report.result;

/** What a load run says of its target; also its exit code. */
public enum LoadVerdict {
  PASSED(0, "every objective was met"),
  FAILED(1, "at least one objective was missed"),
  /** The run could not be trusted, or did not take place. */
  INVALID(2, "the figures say nothing of the target");

  private final int exitCode;
  private final String meaning;

  LoadVerdict(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** 0 when every objective was met, 1 when one was not, 2 when the figures cannot be trusted. */
  public int exitCode() {
    return exitCode;
  }

  /** The verdict as a clause for readers. */
  public String meaning() {
    return meaning;
  }
}
