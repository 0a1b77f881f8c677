package dev.rollcall.target;

/** A setting that cannot be used. The message is one sentence with the place and the remedy. */
public final class InvalidSetting extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidSetting(String message) {
    super(message);
  }
}
