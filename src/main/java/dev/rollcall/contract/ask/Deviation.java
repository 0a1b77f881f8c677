package dev.rollcall.contract.ask;

/**
 * The target answered, and not as promised. Carries no stack trace: the reader's concern is the
 * target, not our code.
 */
public final class Deviation extends AssertionError {
  private static final long serialVersionUID = 1;

  /** An answer may hold a text of megabytes, and a check tell it. */
  private static final int LONGEST = 2_000;

  private final String expected;
  private final String actual;

  public Deviation(String expected, String actual) {
    super("expected " + shortened(expected) + ", but got " + shortened(actual));
    this.expected = shortened(expected);
    this.actual = shortened(actual);
  }

  public String expected() {
    return expected;
  }

  public String actual() {
    return actual;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  public static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
  }

  /** Throws unless the promise is kept. */
  public static void unless(boolean kept, String expected, Object actual) {
    if (!kept) {
      throw new Deviation(expected, String.valueOf(actual));
    }
  }
}
