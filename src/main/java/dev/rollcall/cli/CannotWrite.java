package dev.rollcall.cli;

/** A file that cannot be written. The message is one sentence with the place and the remedy. */
final class CannotWrite extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotWrite(String message) {
    super(message);
  }
}
