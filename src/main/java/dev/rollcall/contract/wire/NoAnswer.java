package dev.rollcall.contract.wire;

/** No answer came: refused, dropped before a status line, past the deadline, or not even sent. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoAnswer(String message) {
    super(message);
  }
}
