package dev.rollcall.contract.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.wire.Call;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SettlingTest {
  private static final List<String> ANNA = List.of("ANNA");
  private static final Call WRITE =
      Call.of("setPresence", "POST", "/users/anna/presence/setPresence");

  @Test
  void aTargetThatDoesNotLagIsSettledAtOnce() {
    var settling = new Settling(Duration.ZERO);
    settling.sent(WRITE, Optional.empty());
    assertTrue(settling.isOver(ANNA));
  }

  @Test
  void onlyWhoWasWrittenIsWaitedForWhateverTheSpelling() {
    var settling = new Settling(Duration.ofMinutes(1));
    settling.sent(WRITE, Optional.empty());
    assertFalse(settling.isOver(ANNA));
    assertTrue(settling.isOver(List.of("bert")));
  }

  @Test
  void whoeverIsWrittenOnWhicheverPathIsWaitedFor() {
    Call location =
        Call.of("clearLocation", "POST", "/communications/presences/anna/clearLocation");
    Call batch =
        Call.of("batch", "POST", "/$batch")
            .json("{\"requests\":[{\"url\":\"/users/anna/presence/clearPresence\"}]}");
    Call own = Call.of("setPresence", "POST", "/me/presence/setPresence");
    for (Call call : List.of(location, batch, own)) {
      var settling = new Settling(Duration.ofMinutes(1));
      settling.sent(call, Optional.of("anna"));
      assertFalse(settling.isOver(ANNA), call.path());
    }
  }

  @Test
  void aReadIsNotWaitedFor() {
    var settling = new Settling(Duration.ofMinutes(1));
    settling.sent(Call.of("getPresence", "GET", "/users/anna/presence"), Optional.of("anna"));
    settling.sent(Call.of("getPresence", "GET", "/me/presence"), Optional.of("anna"));
    assertTrue(settling.isOver(ANNA));
  }

  @Test
  void aJudgementThatComesTrueInTimeHolds() {
    var settling = new Settling(Duration.ofMinutes(1));
    settling.sent(WRITE, Optional.empty());
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
    settling.sent(WRITE, Optional.empty());
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
