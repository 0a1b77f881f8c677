package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static final long SECOND = 1_000_000_000;

  private final Meter meter = new Meter();

  @Test
  void nothingWasSent() {
    assertEquals(new Usage(0, Duration.ZERO, 0, 0), meter.usage());
  }

  @Test
  void anEvenPaceFillsTheWindowAndNoMore() {
    for (int i = 0; i < 600; i++) {
      meter.sent(77 + i * SECOND / 5);
    }
    assertEquals(new Usage(600, Duration.ofMillis(119_800), 151, 0), meter.usage());
  }

  @Test
  void aLongPauseEmptiesTheWindow() {
    meter.sent(0);
    meter.sent(0);
    meter.sent(31 * SECOND);
    meter.sent(400 * SECOND);
    meter.throttled();
    assertEquals(new Usage(4, Duration.ofSeconds(400), 2, 1), meter.usage());
  }

  @Test
  void itNeverSaysLessThanThereWas() {
    var random = new Random(5);
    Deque<Long> window = new ArrayDeque<>();
    long now = 0;
    int most = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(40) == 0 ? random.nextLong(20 * SECOND) : random.nextLong(SECOND / 20);
      meter.sent(now);
      window.add(now);
      while (window.getFirst() <= now - 30 * SECOND) {
        window.remove();
      }
      most = Math.max(most, window.size());
    }
    long said = meter.usage().most();
    assertEquals(most, said, most * 0.02);
    assertEquals(said, Math.max(said, most), "not below");
  }

  @Test
  void usageIsTold() {
    assertEquals(
        "quota: 1,412 requests in 84 s, at most 150 in any 30 s of the documented 1,500; throttled"
            + " 0 times",
        new Usage(1_412, Duration.ofMillis(83_600), 150, 0).sentence());
    assertEquals(
        "quota: 1 request in 0 s, at most 1 in any 30 s of the documented 1,500; throttled once",
        new Usage(1, Duration.ZERO, 1, 1).sentence());
  }
}
