package dev.rollcall.report.junit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A {@code testsuite} of JUnit's XML form, as CI servers read it.
 *
 * @param target as a property of the suite
 */
record JUnitSuite(String name, Instant startedAt, String target, List<Case> cases) {
  JUnitSuite {
    cases = List.copyOf(cases);
  }

  /** How a {@code testcase} ended. */
  enum Ending {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED;

    String element() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A {@code testcase}.
   *
   * @param type the outcome or kind; empty where it passed
   * @param message in one line
   * @param details line by line
   */
  record Case(
      String classname,
      String name,
      long millis,
      Ending ending,
      String type,
      String message,
      List<String> details) {
    Case {
      details = List.copyOf(details);
    }

    boolean isRed() {
      return ending == Ending.FAILURE || ending == Ending.ERROR;
    }
  }

  long count(Ending ending) {
    return cases.stream().filter(each -> each.ending() == ending).count();
  }

  long millis() {
    return cases.stream().mapToLong(Case::millis).sum();
  }
}
