package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.ContractResult;
import dev.rollcall.report.ContractResult.Finding;
import dev.rollcall.report.Outcome;
import dev.rollcall.report.Verdict;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Honest with strangers: no false alarm on a service that keeps its promises in its own way, an
 * alarm when it does not.
 */
class StrangerTest {

  @TempDir Path folder;

  @Test
  void aServiceThatKeepsEveryPromiseInItsOwnWayConforms() throws IOException {
    try (Stranger stranger = Stranger.start()) {
      ContractResult result = judge(stranger);
      List<String> counting =
          result.checks().stream()
              .filter(finding -> finding.counts() || finding.outcome() == Outcome.BROKEN)
              .map(f -> f.id() + ": " + f.reason() + " " + f.expected() + " / " + f.actual())
              .toList();
      assertEquals(List.of(), counting);
      assertEquals(Verdict.CONFORMS, result.verdict());
      assertTrue(result.totals().get(Outcome.PASSED) > 50, result.totals().toString());
      assertTrue(
          result.violations().stream()
              .allMatch(
                  v -> v.kind().equals("unknown-member") && v.pointer().contains("workLocation")),
          result.violations().toString());
    }
  }

  @Test
  void whatNeedsAClockOrASecondApplicationIsSkippedWithItsReason() throws IOException {
    try (Stranger stranger = Stranger.start()) {
      ContractResult result = judge(stranger);
      Finding time = finding(result, "time.expires");
      assertEquals(Outcome.SKIPPED, time.outcome());
      assertTrue(time.reason().startsWith("needs a clock that can be moved"), time.reason());
      assertEquals(Outcome.SKIPPED, finding(result, "precedence.one-pair").outcome());
      assertEquals(Outcome.SKIPPED, finding(result, "getPresence.unknown-user").outcome());
    }
  }

  @ParameterizedTest
  @EnumSource(Stranger.Fault.class)
  void aBrokenPromiseIsFound(Stranger.Fault fault) throws IOException {
    try (Stranger stranger = Stranger.start(fault)) {
      ContractResult result = judge(stranger);
      assertEquals(Verdict.DEVIATES, result.verdict());
      assertFalse(result.checks().stream().noneMatch(Finding::counts));
      assertEquals(0, result.totals().get(Outcome.BROKEN));
    }
  }

  private ContractResult judge(Stranger stranger) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "somebody");
    return ContractRun.of(
            Settings.exactly(
                Map.of(
                    Setting.TARGET, List.of(stranger.url()),
                    Setting.ALLOW_WRITES, List.of("127.0.0.1"),
                    Setting.TEST_USERS, Stranger.USERS,
                    Setting.TOKEN_FILE, List.of(token.toString()),
                    Setting.PACE, List.of("100000"),
                    Setting.OUT, List.of(folder.toString()))))
        .result();
  }

  private static Finding finding(ContractResult result, String id) {
    return result.checks().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
