package dev.rollcall.target;

/**
 * Nothing that can be worked with answers at the target's address. The message is one sentence with
 * the remedy.
 */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreachable(String message) {
    super(message);
  }
}
