package dev.rollcall.fake;

/** The fake cannot be started as asked. The message is one sentence with the remedy. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String message) {
    super(message);
  }
}
