package dev.rollcall.fake;

/** How the fake spells the values of availability and activity. */
public enum Dialect {
  /** As seen on the wire: {@code DoNotDisturb}. */
  PASCAL {
    @Override
    String written(String value) {
      return value;
    }

    @Override
    String read(String value) {
      return value;
    }
  },
  /**
   * As printed on the pages: {@code doNotDisturb}; what is sent to the fake may be in either
   * spelling.
   */
  DOCUMENTED {
    @Override
    String written(String value) {
      return Character.toLowerCase(value.charAt(0)) + value.substring(1);
    }

    @Override
    String read(String value) {
      return value.isEmpty() ? value : Character.toUpperCase(value.charAt(0)) + value.substring(1);
    }
  };

  abstract String written(String value);

  abstract String read(String value);
}
