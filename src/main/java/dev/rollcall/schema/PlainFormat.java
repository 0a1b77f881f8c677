package dev.rollcall.schema;

import java.time.YearMonth;

/**
 * The common form of values that have a format, told without an exception or an expression. Others
 * may have the format as well.
 */
final class PlainFormat {
  private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  private static final String TO_SECONDS = "dddd-dd-ddTdd:dd:dd";
  private static final int FEWEST_FRACTION = TO_SECONDS.length() + 2;
  private static final int MOST_FRACTION = TO_SECONDS.length() + 10;

  private PlainFormat() {}

  /** Such as {@code 66825e03-7ef5-42da-9069-724602c31f6b}. */
  static boolean isUuid(String text) {
    return text.length() == UUID.length() && begins(text, UUID);
  }

  /** Such as {@code 2026-08-27T09:14:22.9411568Z}. */
  static boolean isUtcTime(String text) {
    return begins(text, TO_SECONDS)
        && isDate(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
        && number(text, 11, 13) < 24
        && number(text, 14, 16) < 60
        && number(text, 17, 19) < 60
        && isEnd(text);
  }

  private static boolean isDate(int year, int month, int day) {
    return year > 0
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static boolean isEnd(String text) {
    int last = text.length() - 1;
    if (last == TO_SECONDS.length()) {
      return text.charAt(last) == 'Z';
    }
    boolean digits = last >= FEWEST_FRACTION && last <= MOST_FRACTION;
    for (int i = TO_SECONDS.length() + 1; digits && i < last; i++) {
      digits = isDigit(text.charAt(i));
    }
    return digits && text.charAt(TO_SECONDS.length()) == '.' && text.charAt(last) == 'Z';
  }

  private static boolean begins(String text, String form) {
    boolean same = text.length() >= form.length();
    for (int i = 0; same && i < form.length(); i++) {
      char character = text.charAt(i);
      same =
          switch (form.charAt(i)) {
            case 'x' -> isDigit(character) || isLetter(character);
            case 'd' -> isDigit(character);
            default -> character == form.charAt(i);
          };
    }
    return same;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** Of a hexadecimal number. */
  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'f') || (character >= 'A' && character <= 'F');
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
