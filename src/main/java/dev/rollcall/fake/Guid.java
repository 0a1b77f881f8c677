package dev.rollcall.fake;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads ids of the form 8-4-4-4-12 hexadecimal digits, in either letter case, without making
 * strings of them: 650 of them stand in one request.
 */
final class Guid {
  static final int LENGTH = 36;

  private static final byte[] DIGITS = digits();

  private Guid() {}

  /** An id in lower case if it is of this form; any other text as it is. */
  static String plain(String text) {
    return of(text).map(UUID::toString).orElse(text);
  }

  static Optional<UUID> of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  static Optional<UUID> of(char[] text, int offset, int length) {
    if (length != LENGTH
        || text[offset + 8] != '-'
        || text[offset + 13] != '-'
        || text[offset + 18] != '-'
        || text[offset + 23] != '-') {
      return Optional.empty();
    }
    long first = hex(text, offset, 8);
    long second = hex(text, offset + 9, 4);
    long third = hex(text, offset + 14, 4);
    long fourth = hex(text, offset + 19, 4);
    long fifth = hex(text, offset + 24, 12);
    return (first | second | third | fourth | fifth) < 0
        ? Optional.empty()
        : Optional.of(new UUID(first << 32 | second << 16 | third, fourth << 48 | fifth));
  }

  /** Adds the id that stands there in ASCII; says whether there is one. */
  static boolean read(byte[] text, int from, Ids into) {
    if (from + LENGTH > text.length
        || text[from + 8] != '-'
        || text[from + 13] != '-'
        || text[from + 18] != '-'
        || text[from + 23] != '-') {
      return false;
    }
    long first = hex(text, from, 8);
    long second = hex(text, from + 9, 4);
    long third = hex(text, from + 14, 4);
    long fourth = hex(text, from + 19, 4);
    long fifth = hex(text, from + 24, 12);
    if ((first | second | third | fourth | fifth) < 0) {
      return false;
    }
    into.add(first << 32 | second << 16 | third, fourth << 48 | fifth);
    return true;
  }

  private static long hex(byte[] text, int from, int count) {
    long value = 0;
    int bad = 0;
    for (int i = from; i < from + count; i++) {
      int digit = DIGITS[text[i] & 0xFF];
      bad |= digit;
      value = value << 4 | digit;
    }
    return bad < 0 ? -1 : value;
  }

  /** The value of at most twelve digits; negative if one of them is none. */
  private static long hex(char[] text, int from, int count) {
    long value = 0;
    int bad = 0;
    for (int i = from; i < from + count; i++) {
      char c = text[i];
      int digit = c < DIGITS.length ? DIGITS[c] : -1;
      bad |= digit;
      value = value << 4 | digit;
    }
    return bad < 0 ? -1 : value;
  }

  // Not Character.digit: that takes digits of every script.
  private static byte[] digits() {
    byte[] digits = new byte[256];
    Arrays.fill(digits, (byte) -1);
    for (int i = 0; i < 16; i++) {
      digits[Character.forDigit(i, 16)] = (byte) i;
      digits[Character.toUpperCase(Character.forDigit(i, 16))] = (byte) i;
    }
    return digits;
  }
}
