package dev.rollcall.fake.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FakeClockTest {
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");

  private final AtomicReference<Instant> base = new AtomicReference<>(START);
  private final FakeClock clock = new FakeClock(base::get);

  @Test
  void theBaseGoesOnUnderTheOffset() {
    clock.advance(Duration.ofMinutes(5));
    base.set(START.plusSeconds(1));
    assertEquals(START.plusSeconds(301), clock.instant());
  }

  @Test
  void itStandsWhereTheBaseGoesBack() {
    assertEquals(START, clock.instant());
    base.set(START.minusSeconds(60));
    assertEquals(START, clock.instant());
    base.set(START.plusSeconds(1));
    assertEquals(START.plusSeconds(1), clock.instant());
  }

  @Test
  void itIsNeverMovedBack() {
    assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofNanos(-1)));
    assertThrows(IllegalArgumentException.class, () -> clock.moveTo(START.minusNanos(1)));
    assertEquals(START, clock.moveTo(START));
  }

  @Test
  void itEndsWhereTheDigitsOfASequenceNumberEnd() {
    assertEquals(FakeClock.LATEST, clock.moveTo(FakeClock.LATEST));
    assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofNanos(1)));
  }

  @Test
  void itStandsWhileItIsFrozenAndGoesOnFromThere() {
    clock.freeze(true);
    base.set(START.plusSeconds(60));
    assertEquals(START, clock.instant());
    assertEquals(START.plusSeconds(300), clock.advance(Duration.ofMinutes(5)));
    base.set(START.plusSeconds(120));
    assertEquals(START.plusSeconds(300), clock.instant());
    clock.freeze(false);
    assertEquals(START.plusSeconds(300), clock.instant());
    base.set(START.plusSeconds(121));
    assertEquals(START.plusSeconds(301), clock.instant());
  }
}
