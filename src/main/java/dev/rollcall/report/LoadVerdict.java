package dev.rollcall.report;

/** What a load run says of its target; also its exit code. */
public enum LoadVerdict {
  PASSED(0),
  FAILED(1),
  /** The run could not be trusted, or did not take place. */
  INVALID(2);

  private final int exitCode;

  LoadVerdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** 0 when every objective was met, 1 when one was not, 2 when the figures cannot be trusted. */
  public int exitCode() {
    return exitCode;
  }
}
