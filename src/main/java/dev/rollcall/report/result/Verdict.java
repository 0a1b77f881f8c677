package dev.rollcall.report.result;

/** What a contract run says of its target; also its exit code. */
public enum Verdict {
  CONFORMS(0, "every promise that was judged is kept"),
  DEVIATES(1, "at least one promise is broken"),
  UNKNOWN(2, "nothing certain can be said of the target");

  private final int exitCode;
  private final String meaning;

  Verdict(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** 0 when the target conforms, 1 when it deviates, 2 when nothing could be said. */
  public int exitCode() {
    return exitCode;
  }

  /** The verdict as a clause for readers. */
  public String meaning() {
    return meaning;
  }
}
