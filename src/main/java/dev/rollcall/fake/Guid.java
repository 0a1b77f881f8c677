package dev.rollcall.fake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

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
    long first = hex((long) EIGHT.get(text, from));
    long second = hex(pair((int) FOUR.get(text, from + 9), (int) FOUR.get(text, from + 14)));
    long third = hex(pair((int) FOUR.get(text, from + 19), (int) FOUR.get(text, from + 24)));
    long fourth = hex((long) EIGHT.get(text, from + 28));
    if ((first | second | third | fourth) < 0) {
      return false;
    }
    into.add(first << 32 | second, third << 32 | fourth);
    return true;
  }

  /** Writes an id there in lower case. */
  static void write(long high, long low, byte[] text, int at) {
    EIGHT.set(text, at, ascii(high >>> 32));
    long second = ascii(high & 0xFFFF_FFFFL);
    long third = ascii(low >>> 32);
    FOUR.set(text, at + 9, (int) (second >>> 32));
    FOUR.set(text, at + 14, (int) second);
    FOUR.set(text, at + 19, (int) (third >>> 32));
    FOUR.set(text, at + 24, (int) third);
    EIGHT.set(text, at + 28, ascii(low & 0xFFFF_FFFFL));
    text[at + 8] = '-';
    text[at + 13] = '-';
    text[at + 18] = '-';
    text[at + 23] = '-';
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | low & 0xFFFF_FFFFL;
  }

  // Eight digits at a time, one in each byte of a long: 650 ids are read for each answer.

  /** The value of eight digits in ASCII; negative if one of them is none. */
  private static long hex(long digits) {
    long letters = digits >>> 6 & EACH;
    long low = digits & 0x0F * EACH;
    long kind = (digits | letters << 5) & 0xF0 * EACH;
    // Letters are 0x61 to 0x66 or 0x41 to 0x46, figures 0x30 to 0x39.
    long bad =
        kind ^ (0x30 * EACH + letters * 0x30)
            | low + 6 * EACH + letters * 3 & 0x10 * EACH
            | letters << 4 & ~(low + 0x0F * EACH);
    long values = low + letters * 9;
    values = (values | values >>> 4) & 0x00FF_00FF_00FF_00FFL;
    values = (values | values >>> 8) & 0x0000_FFFF_0000_FFFFL;
    values = (values | values >>> 16) & 0xFFFF_FFFFL;
    return bad == 0 ? values : -1;
  }

  /** The eight digits of the lower half of a number, in ASCII. */
  private static long ascii(long value) {
    long values = (value | value << 16) & 0x0000_FFFF_0000_FFFFL;
    values = (values | values << 8) & 0x00FF_00FF_00FF_00FFL;
    values = (values | values << 4) & 0x0F * EACH;
    long letters = values + 6 * EACH >>> 4 & EACH;
    return values + 0x30 * EACH + letters * 0x27;
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
