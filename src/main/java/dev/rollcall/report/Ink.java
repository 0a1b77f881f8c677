package dev.rollcall.report;

import dev.rollcall.report.result.Outcome;

/** Colours of a terminal, or none. */
enum Ink {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001b[0m";

  String of(Outcome outcome, String text) {
    return switch (outcome) {
      case PASSED -> paint("32", text);
      case FAILED, BROKEN, STALE -> paint("1;31", text);
      case KNOWN -> paint("33", text);
      case SKIPPED -> paint("2", text);
    };
  }

  String strong(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return this == COLOURED ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
