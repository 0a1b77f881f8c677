package dev.rollcall.report.result;

/**
 * A result file that is missing, damaged or not one of ours. The message is one sentence with the
 * file and the remedy.
 */
public final class UnreadableResult extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnreadableResult(String message) {
    super(message);
  }

  public UnreadableResult(String message, Throwable cause) {
    super(message, cause);
  }
}
