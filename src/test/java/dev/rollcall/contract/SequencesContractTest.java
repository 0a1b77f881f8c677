package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random sequences over HTTP: what a failure tells, and what a clean run costs. */
class SequencesContractTest {
  @TempDir Path folder;

  @Test
  void aFailureTellsItsShortestSequenceAndTheSeedThatRepeatsIt() {
    Finding finding = failing("sequences.over-time", "sessions-never-expire", "20261126");
    assertEquals("Offline/Offline", finding.expected());
    assertTrue(
        finding
            .actual()
            .matches(
                "Available/AvailableInactive, read after 1\\. setPresence Available/Available; "
                    + "2\\. clock \\+PT6M30S \\(seed 20261126\\)"),
        finding.actual());
    List<String> requests =
        finding.exchanges().stream().map(exchange -> exchange.request().url()).toList();
    List<String> last = requests.subList(requests.size() - 4, requests.size());
    assertTrue(last.get(0).endsWith("/setPresence"), "the shortest comes last: " + last);
    assertTrue(last.get(1).endsWith("/presence"), last.toString());
    assertTrue(last.get(2).endsWith("/clock"), last.toString());
    assertTrue(last.get(3).endsWith("/presence"), last.toString());
    Finding again = failing("sequences.over-time", "sessions-never-expire", "20261126");
    assertEquals(finding.expected() + finding.actual(), again.expected() + again.actual());
  }

  @Test
  void aCleanRunPassesAndTakesNoMoreThanItsShareOfRequests() {
    ContractRun run =
        run(List.of(), Map.of(Setting.ONLY, List.of("sequences"), Setting.SEED, List.of("1")));
    for (Finding finding : run.result().checks()) {
      if (finding.operation().equals("sequences")) {
        assertEquals(Outcome.PASSED, finding.outcome(), finding.expected() + finding.actual());
      }
    }
    assertTrue(run.exchanges() <= 250, "exchanges: " + run.exchanges());
  }

  @Test
  void aSeedThatIsNoNumberIsRefused() {
    ContractResult result = run(List.of(), Map.of(Setting.SEED, List.of("today"))).result();
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertEquals("--seed today: give a number", result.reason());
  }

  private Finding failing(String check, String fault, String seed) {
    ContractResult result =
        run(List.of(fault), Map.of(Setting.ONLY, List.of(check), Setting.SEED, List.of(seed)))
            .result();
    Finding finding =
        result.checks().stream().filter(each -> each.id().equals(check)).findFirst().orElseThrow();
    assertEquals(Outcome.FAILED, finding.outcome(), finding.reason());
    return finding;
  }

  /** In one version: what sequences do does not depend on it. */
  private ContractRun run(List<String> faults, Map<Setting, List<String>> given) {
    try (var fake = PresenceFake.start(FakeOptions.defaults().withFaults(faults))) {
      var settings = new EnumMap<Setting, List<String>>(given);
      settings.put(Setting.TARGET, List.of(fake.baseUrl() + "/v1.0"));
      settings.put(Setting.OUT, List.of(folder.toString()));
      return ContractRun.of(Settings.exactly(settings));
    }
  }
}
