package dev.rollcall.fake.call;

/** How the fake spells the values of availability and activity. */
public enum Dialect {
  /** As seen on the wire: {@code DoNotDisturb}. */
  PASCAL {
    @Override
    public String written(String value) {
      return value;
    }

    @Override
    public String read(String value) {
      return value;
    }
  },
  /**
   * As printed on the pages: {@code doNotDisturb}; what is sent to the fake may be in either
   * spelling.
   */
  DOCUMENTED {
    @Override
    public String written(String value) {
      return Character.toLowerCase(value.charAt(0)) + value.substring(1);
    }

    @Override
    public String read(String value) {
      return value.isEmpty() ? value : Character.toUpperCase(value.charAt(0)) + value.substring(1);
    }
  };

  /** A value as it is sent. */
  public abstract String written(String value);

  /** What was sent, as the fake knows it. */
  public abstract String read(String value);
}
