package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
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
      assertSkipped(result, "time.expires", "needs a clock that can be moved");
      assertSkipped(result, "precedence.matrix", "needs a second application");
      assertSkipped(result, "getPresence.unknown-user", "sources are silent here");
      assertTrue(result.totals().get(Outcome.PASSED) > 50, result.totals().toString());
      assertTrue(
          result.violations().stream()
              .allMatch(v -> v.kind().equals("unknown-member") && v.pointer().endsWith("/mood")),
          result.violations().toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Stranger.Fault.class)
  void aBrokenPromiseIsFound(Stranger.Fault fault) throws IOException {
    try (Stranger stranger = Stranger.start(fault)) {
      ContractResult result = judge(stranger, fault.operation());
      assertEquals(Verdict.DEVIATES, result.verdict());
      assertFalse(result.checks().stream().noneMatch(Finding::counts));
      assertEquals(0, result.totals().get(Outcome.BROKEN));
    }
  }

  private ContractResult judge(Stranger stranger, String... only) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "somebody");
    return ContractRun.of(
            Settings.exactly(
                Map.of(
                    Setting.TARGET, List.of(stranger.url()),
                    Setting.ALLOW_WRITES, List.of("127.0.0.1"),
                    Setting.TEST_USERS, Stranger.USERS,
                    Setting.TOKEN_FILE, List.of(token.toString()),
                    Setting.ONLY, List.of(only),
                    Setting.PACE, List.of("100000"),
                    Setting.OUT, List.of(folder.toString()))))
        .result();
  }

  private static void assertSkipped(ContractResult result, String id, String reason) {
    Finding finding = finding(result, id);
    assertEquals(Outcome.SKIPPED, finding.outcome(), id);
    assertTrue(finding.reason().startsWith(reason), finding.reason());
  }

  private static Finding finding(ContractResult result, String id) {
    return result.checks().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
