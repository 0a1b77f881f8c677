package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SettlingTest {
  private static final List<String> ANNA = List.of("ANNA");

  @Test
  void aTargetThatDoesNotLagIsSettledAtOnce() {
    var settling = new Settling(Duration.ZERO);
    settling.wrote("anna");
    assertTrue(settling.isOver(ANNA));
  }

  @Test
  void onlyWhoWasWrittenIsWaitedForWhateverTheSpelling() {
    var settling = new Settling(Duration.ofMinutes(1));
    settling.wrote("anna");
    assertFalse(settling.isOver(ANNA));
    assertTrue(settling.isOver(List.of("bert")));
  }

  @Test
  void aJudgementThatComesTrueInTimeHolds() {
    var settling = new Settling(Duration.ofMinutes(1));
    settling.wrote("anna");
    var readings = new AtomicInteger();
    int reached =
        settling.reached(
            ANNA,
            readings.get(),
            readings::incrementAndGet,
            reading -> Deviation.unless(reading == 3, "3", reading));
    assertEquals(3, reached);
  }

  @Test
  void aJudgementThatNeverHoldsFailsWithTheLastWord() {
    var settling = new Settling(Duration.ofMillis(1));
    settling.wrote("anna");
    settling.await(ANNA);
    var readings = new AtomicInteger();
    Deviation deviation =
        assertThrows(
            Deviation.class,
            () ->
                settling.reached(
                    ANNA,
                    0,
                    readings::incrementAndGet,
                    reading -> Deviation.unless(reading < 0, "less than 0", reading)));
    assertEquals("1", deviation.actual());
  }
}
