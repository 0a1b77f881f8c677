package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeOptionsTest {
  private final FakeOptions defaults = FakeOptions.defaults();

  @Test
  void aCopyDiffersInOneThingAndLeavesTheOriginal() {
    FakeOptions changed = defaults.withPort(8080).withUsersFile(Path.of("users.txt"));
    assertEquals(8080, changed.port());
    assertEquals(Optional.of(Path.of("users.txt")), changed.usersFile());
    assertEquals(defaults.bindAddress(), changed.bindAddress());
    assertEquals(defaults.clock(), changed.clock());
    assertEquals(0, defaults.port());
    assertEquals(Optional.empty(), defaults.usersFile());
  }

  @Test
  void aListIsCopied() {
    List<String> mine = new ArrayList<>(List.of("busy-fades"));
    FakeOptions options = defaults.withFaults(mine).withThrottle(mine);
    mine.clear();
    assertEquals(List.of("busy-fades"), options.faults());
    assertEquals(List.of("busy-fades"), options.throttle());
  }

  @Test
  void aLagOutOfRangeIsOneSentence() {
    for (Duration lag : List.of(Duration.ofSeconds(-1), Duration.ofDays(2))) {
      assertEquals(
          "reads cannot lag " + lag + "; give a delay from PT0S to PT24H",
          assertThrows(CannotStart.class, () -> defaults.withSettle(lag)).getMessage());
    }
  }
}
