package dev.rollcall.report;

/** What a contract run says of its target; also its exit code. */
public enum Verdict {
  CONFORMS(0),
  DEVIATES(1),
  UNKNOWN(2);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** 0 when the target conforms, 1 when it deviates, 2 when nothing could be said. */
  public int exitCode() {
    return exitCode;
  }
}
