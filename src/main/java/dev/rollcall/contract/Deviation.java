package dev.rollcall.contract;

/**
 * The target answered, and not as promised. Carries no stack trace: the reader's concern is the
 * target, not our code.
 */
final class Deviation extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String expected;
  private final String actual;

  Deviation(String expected, String actual) {
    super("expected " + expected + ", but got " + actual);
    this.expected = expected;
    this.actual = actual;
  }

  String expected() {
    return expected;
  }

  String actual() {
    return actual;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /** Throws unless the promise is kept. */
  static void unless(boolean kept, String expected, Object actual) {
    if (!kept) {
      throw new Deviation(expected, String.valueOf(actual));
    }
  }
}
