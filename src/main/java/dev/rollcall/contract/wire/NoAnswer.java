package dev.rollcall.contract.wire;

/** No answer came: refused, dropped before a status line, past the deadline, or not even sent. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** How the message begins where nothing was sent, for a reason that others ran into before. */
  public static final String NOT_SENT = "not sent: ";

  public NoAnswer(String message) {
    super(message);
  }
}
