package dev.rollcall.load.past;

/** A histogram of a result file is damaged, or was left out. */
final class UnreadableHistogram extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableHistogram(Throwable cause) {
    super("a histogram cannot be decoded", cause);
  }
}
