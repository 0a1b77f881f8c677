package dev.rollcall.fake.world;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes numbers without making strings of them: 650 stand in one answer. */
final class Decimal {
  static final int DIGITS = 10;

  private static final long EIGHT_DIGITS = 100_000_000;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Decimal() {}

  /** Writes the last ten digits of a number that is not negative, with zeros before it. */
  static void write(long number, byte[] text, int at) {
    long start = number / EIGHT_DIGITS;
    text[at] = (byte) ('0' + start / 10 % 10);
    text[at + 1] = (byte) ('0' + start % 10);
    EIGHT.set(text, at + 2, ascii(number - start * EIGHT_DIGITS));
  }

  /** Eight digits in ASCII, all at once: halves, then quarters, then each by itself. */
  private static long ascii(long number) {
    long halves = number / 10_000;
    halves = halves << 32 | number - halves * 10_000;
    long hundreds = halves * 10_486 >>> 20 & 0x7F_0000_007FL;
    long quarters = hundreds << 16 | halves - hundreds * 100;
    long tens = quarters * 103 >>> 10 & 0x000F_000F_000F_000FL;
    return (tens << 8 | quarters - tens * 10) + 0x3030_3030_3030_3030L;
  }
}
