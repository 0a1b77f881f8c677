package dev.rollcall.fake.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecimalTest {
  private static final long SEED = 10;

  private static String written(long number) {
    byte[] text = "<..........>".getBytes(StandardCharsets.US_ASCII);
    Decimal.write(number, text, 1);
    return new String(text, StandardCharsets.US_ASCII);
  }

  @Test
  void numbersAreWrittenWithTenDigits() {
    LongStream near = LongStream.range(99_990_000, 100_010_000);
    LongStream any = new Random(SEED).longs(20_000, 0, 10_000_000_000L);
    LongStream.range(0, 20_000).forEach(DecimalTest::isRight);
    LongStream.concat(near, any).forEach(DecimalTest::isRight);
    isRight(9_999_999_999L);
  }

  private static void isRight(long number) {
    assertEquals("<%010d>".formatted(number), written(number));
  }

  @Test
  void ofLongerNumbersTheLastTenAreWritten() {
    assertEquals("<2345678901>", written(12_345_678_901L));
  }
}
