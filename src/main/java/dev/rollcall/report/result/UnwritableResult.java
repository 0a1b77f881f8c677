package dev.rollcall.report.result;

/**
 * A result file or page that cannot be written. The message is one sentence with the file and the
 * remedy.
 */
public final class UnwritableResult extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnwritableResult(String message, Throwable cause) {
    super(message, cause);
  }
}
