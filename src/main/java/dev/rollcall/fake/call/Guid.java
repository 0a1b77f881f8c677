package dev.rollcall.fake.call;

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
public final class Guid {
  public static final int LENGTH = 36;

  private static final byte[] DIGITS = digits();
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long LOWER = 0x20 * EACH;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Guid() {}

  /** An id in lower case if it is of this form; any other text as it is. */
  public static String plain(String text) {
    return of(text).map(UUID::toString).orElse(text);
  }

  public static Optional<UUID> of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  public static Optional<UUID> of(char[] text, int offset, int length) {
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

  /** Whether one stands there in ASCII, in either letter case. */
  public static boolean isAt(byte[] text, int from) {
    return from + LENGTH <= text.length
        && isDashed(text, from)
        && (wrong(first(text, from))
                | wrong(second(text, from))
                | wrong(third(text, from))
                | wrong(fourth(text, from)))
            == 0;
  }

  /** The first half of one that stands there. */
  public static long high(byte[] text, int from) {
    return hex(first(text, from)) << 32 | hex(second(text, from));
  }

  /** The other half. */
  public static long low(byte[] text, int from) {
    return hex(third(text, from)) << 32 | hex(fourth(text, from));
  }

  private static boolean isDashed(byte[] text, int from) {
    return text[from + 8] == '-'
        && text[from + 13] == '-'
        && text[from + 18] == '-'
        && text[from + 23] == '-';
  }

  private static long first(byte[] text, int from) {
    return (long) EIGHT.get(text, from);
  }

  private static long second(byte[] text, int from) {
    return pair((int) FOUR.get(text, from + 9), (int) FOUR.get(text, from + 14));
  }

  private static long third(byte[] text, int from) {
    return pair((int) FOUR.get(text, from + 19), (int) FOUR.get(text, from + 24));
  }

  private static long fourth(byte[] text, int from) {
    return (long) EIGHT.get(text, from + 28);
  }

  /** Copies one in lower case. */
  public static void copy(byte[] text, int from, byte[] into, int at) {
    for (int i = 0; i < 4 * Long.BYTES; i += Long.BYTES) {
      EIGHT.set(into, at + i, (long) EIGHT.get(text, from + i) | LOWER);
    }
    FOUR.set(into, at + 32, (int) FOUR.get(text, from + 32) | (int) LOWER);
  }

  /** Writes an id there in lower case. */
  public static void write(long high, long low, byte[] text, int at) {
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

  /** Nothing, if eight characters are digits. */
  private static long wrong(long text) {
    long letters = text >>> 6 & EACH;
    long values = (text & 0x0F * EACH) + letters * 9;
    long above9 = values + 6 * EACH >>> 4 & EACH;
    return (text | letters << 5) ^ (values + 0x30 * EACH + above9 * 0x27) | values & 0x10 * EACH;
  }

  /** The value of eight digits in ASCII. */
  private static long hex(long digits) {
    long values = (digits & 0x0F * EACH) + (digits >>> 6 & EACH) * 9;
    values = (values | values >>> 4) & 0x00FF_00FF_00FF_00FFL;
    values = (values | values >>> 8) & 0x0000_FFFF_0000_FFFFL;
    return (values | values >>> 16) & 0xFFFF_FFFFL;
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
