package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StormTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void fiveSecondsInARowOfMostlyFailuresAreOne() {
    Storm storm = new Storm(20, second -> 10);
    for (int second = 3; second < 8; second++) {
      assertEquals(NONE, storm.verdict());
      fail(storm, second, 6);
    }
    assertEquals(
        Optional.of(
            "stopped: for 5 s more than half of the requests had no answer or a 5xx: 30 of 50"),
        storm.verdict());
  }

  @Test
  void halfIsNotMoreThanHalf() {
    Storm storm = new Storm(20, second -> 10);
    for (int second = 0; second < 20; second++) {
      fail(storm, second, 5);
    }
    assertEquals(NONE, storm.verdict());
  }

  @Test
  void oneGoodSecondBetweenIsNone() {
    Storm storm = new Storm(9, second -> 10);
    for (int second = 0; second < 9; second++) {
      fail(storm, second, second == 4 ? 2 : 10);
    }
    assertEquals(NONE, storm.verdict());
  }

  @Test
  void whatFailsLateCountsForTheSecondInWhichItLeft() {
    Storm storm = new Storm(9, second -> 4);
    for (int second : new int[] {5, 1, 4, 2}) {
      fail(storm, second, 4);
    }
    assertEquals(NONE, storm.verdict());
    fail(storm, 3, 3);
    assertEquals(true, storm.verdict().isPresent());
  }

  @Test
  void aHandfulOfRequestsIsNone() {
    Storm storm = new Storm(9, second -> 3);
    for (int second = 0; second < 9; second++) {
      fail(storm, second, 3);
    }
    assertEquals(NONE, storm.verdict());
  }

  private static void fail(Storm storm, int second, int times) {
    for (int i = 0; i < times; i++) {
      storm.failed(second);
    }
  }
}
