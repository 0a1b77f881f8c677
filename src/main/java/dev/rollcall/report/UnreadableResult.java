package dev.rollcall.report;

/**
 * A result file that is missing, damaged or not one of ours. The message is one sentence with the
 * file and the remedy.
 */
public final class UnreadableResult extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableResult(String message) {
    super(message);
  }

  UnreadableResult(String message, Throwable cause) {
    super(message, cause);
  }
}
