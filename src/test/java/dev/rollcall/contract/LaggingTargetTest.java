package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.ContractResult;
import dev.rollcall.report.ContractResult.Finding;
import dev.rollcall.report.Outcome;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads that lag behind writes are waited for where the target says that they may. */
class LaggingTargetTest {
  private static PresenceFake fake;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    fake = PresenceFake.start(FakeOptions.defaults().withSettle(Duration.ofMillis(150)));
  }

  @AfterAll
  static void stop() {
    fake.close();
  }

  @Test
  void aLagThatIsAnnouncedIsWaitedFor() {
    ContractResult result = run(Map.of());
    List<String> failed =
        result.checks().stream()
            .filter(check -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.BROKEN)
            .map(check -> check.id() + ": " + check.reason() + check.expected() + check.actual())
            .toList();
    assertEquals(List.of(), failed);
    assertTrue(result.totals().get(Outcome.PASSED) > 20, result.totals().toString());
  }

  @Test
  void aLagThatIsNotAnnouncedIsADeviation() {
    ContractResult result = run(Map.of(Setting.SETTLE, List.of("0s")));
    assertTrue(
        result.checks().stream()
            .filter(check -> check.outcome() == Outcome.FAILED)
            .map(Finding::id)
            .anyMatch("setPresence.shows"::equals),
        result.totals().toString());
  }

  private ContractResult run(Map<Setting, List<String>> more) {
    var given = new EnumMap<Setting, List<String>>(Setting.class);
    given.put(Setting.TARGET, List.of(fake.baseUrl() + "/v1.0"));
    given.put(Setting.ONLY, List.of("setPresence", "clearPresence", "setUserPreferredPresence"));
    given.put(Setting.OUT, List.of(folder.toString()));
    given.putAll(more);
    return ContractRun.of(Settings.exactly(given)).result();
  }
}
