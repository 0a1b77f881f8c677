package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong now = new AtomicLong(1_000);
  private long waited;

  private final Pace fivePerSecond =
      new Pace(200_000_000, now::get, nanos -> now.addAndGet(waited = nanos));

  @Test
  void requestsLeaveAtTheirPaceAndNoFaster() throws InterruptedException {
    long start = now.get();
    for (int i = 0; i < 11; i++) {
      fivePerSecond.await();
    }
    assertEquals(Duration.ofSeconds(2).toNanos(), now.get() - start);
  }

  @Test
  void aPauseIsNotMadeUpForByHurrying() throws InterruptedException {
    fivePerSecond.await();
    now.addAndGet(Duration.ofSeconds(60).toNanos());
    fivePerSecond.await();
    fivePerSecond.await();
    assertEquals(200_000_000, waited);
  }

  @Test
  void retryAfterHoldsTheNextRequestBackForTwoMinutesAtMost() throws InterruptedException {
    fivePerSecond.hold(Duration.ofSeconds(7));
    fivePerSecond.await();
    assertEquals(Duration.ofSeconds(7).toNanos(), waited);
    fivePerSecond.hold(Duration.ofDays(1));
    fivePerSecond.await();
    assertEquals(Duration.ofMinutes(2).toNanos(), waited);
  }
}
