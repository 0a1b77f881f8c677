package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final long MILLI = 1_000_000;
  // A clock may stand anywhere, below zero too.
  private static final long START = -50 * MILLI;

  // Ten a second: requests 0 to 9 are the warm-up.
  private final Schedule schedule = new Schedule(new LoadPlan("x", 10, 1, 1, 5));

  @Test
  void lagIsCountedFromTheMostPunctualRequestOfTheWarmUp() {
    assertEquals(0, lag(0, 80));
    assertEquals(0, lag(1, 130));
    assertEquals(0, lag(2, 203));
    assertEquals(0, lag(3, 303));
    assertEquals(2, lag(4, 405));
    assertEquals(37, lag(10, 1_040));
  }

  @Test
  void afterTheWarmUpThatMomentStays() {
    lag(0, 50);
    assertEquals(0, lag(10, 1_020));
    assertEquals(0, lag(11, 1_150));
    assertEquals(450, lag(12, 1_700));
  }

  private long lag(long index, long millis) {
    long now = START + millis * MILLI;
    return (now - schedule.intendedNanos(index, now)) / MILLI;
  }
}
