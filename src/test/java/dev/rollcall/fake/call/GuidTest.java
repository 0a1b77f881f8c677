package dev.rollcall.fake.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuidTest {
  private static final String DIGITS = "0123456789abcdefABCDEF";
  private static final int BEFORE = 3;

  private final Random random = new Random(7);

  private static byte[] bytes(String id) {
    return (" ".repeat(BEFORE) + id).getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void ofAllBytesOnlyDigitsAndDashesInTheirPlacesMakeAnId() {
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    for (int at = 0; at < Guid.LENGTH; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] text = bytes(id);
        text[BEFORE + at] = (byte) value;
        boolean fits = id.charAt(at) == '-' ? value == '-' : DIGITS.indexOf(value) >= 0;
        assertEquals(fits, Guid.isAt(text, BEFORE), value + " at " + at);
      }
    }
  }

  @Test
  void noIdStandsWhereTheTextIsTooShort() {
    byte[] text = bytes(new UUID(0, 0).toString());
    assertFalse(Guid.isAt(text, BEFORE + 1));
    assertFalse(Guid.isAt(text, text.length));
  }

  @Test
  void anIdIsReadAndCopiedAsItIsInEitherLetterCase() {
    for (int i = 0; i < 10_000; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      String lower = id.toString();
      byte[] text = bytes(random.nextBoolean() ? lower : lower.toUpperCase(Locale.ROOT));
      assertEquals(id, new UUID(Guid.high(text, BEFORE), Guid.low(text, BEFORE)));
      byte[] copy = bytes("-".repeat(Guid.LENGTH));
      Guid.copy(text, BEFORE, copy, BEFORE);
      assertEquals(" ".repeat(BEFORE) + lower, new String(copy, StandardCharsets.US_ASCII));
    }
  }
}
