package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads that lag behind writes are waited for where the target says that they may. */
class LaggingTargetTest {
  @TempDir Path folder;

  @Test
  void aLagThatIsAnnouncedIsWaitedFor() {
    ContractResult result =
        run(
            Duration.ofMillis(150),
            Map.of(
                Setting.ONLY,
                List.of(
                    "setPresence",
                    "clearPresence",
                    "setUserPreferredPresence",
                    // Written backstage, as somebody else, in a batch, on a budget.
                    "outOfOffice",
                    "caller.is-me",
                    "batch.depends-on-failure",
                    "batch.depends-on-success",
                    "limits.refused-beyond",
                    "isolation.users")));
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
    ContractResult result =
        run(
            Duration.ofMinutes(1),
            Map.of(Setting.ONLY, List.of("setPresence.shows"), Setting.SETTLE, List.of("0s")));
    assertEquals(1, result.totals().get(Outcome.FAILED));
  }

  private ContractResult run(Duration lag, Map<Setting, List<String>> more) {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withSettle(lag))) {
      var given = new EnumMap<Setting, List<String>>(Setting.class);
      given.put(Setting.TARGET, List.of(fake.baseUrl() + "/v1.0"));
      given.put(Setting.OUT, List.of(folder.toString()));
      given.putAll(more);
      return ContractRun.of(Settings.exactly(given)).result();
    }
  }
}
