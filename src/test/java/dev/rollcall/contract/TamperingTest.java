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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One value of one answer, changed between the fake and the judge, is found and shown. */
class TamperingTest {
  @TempDir Path folder;

  @Test
  void whatIsPassedOnUntouchedIsOursAndConforms() throws IOException {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
        TamperingProxy proxy = TamperingProxy.before(fake.baseUrl(), "", "")) {
      ContractResult result = judge(proxy);
      assertTrue(result.target().ours());
      assertEquals(Verdict.CONFORMS, result.verdict());
      assertEquals(0, result.totals().get(Outcome.FAILED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"activity\":\"InACall\"', '\"activity\":\"InACal1\"'",
    "'\"availability\":\"Busy\"', '\"availability\":\"Bust\"'",
    "'\"id\":\"', '\"iD\":\"'"
  })
  void oneChangedByteIsFoundAndShown(String original, String changed) throws IOException {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
        TamperingProxy proxy = TamperingProxy.before(fake.baseUrl(), original, changed)) {
      ContractResult result = judge(proxy);
      assertTrue(proxy.hasTampered());
      assertEquals(Verdict.DEVIATES, result.verdict());
      List<String> shown =
          result.checks().stream()
              .filter(Finding::counts)
              .flatMap(finding -> finding.exchanges().stream())
              .map(exchange -> exchange.response().body())
              .filter(body -> body.contains(changed))
              .toList();
      boolean drift =
          result.violations().stream()
              .anyMatch(v -> v.counts() && v.exchange().response().body().contains(changed));
      assertTrue(!shown.isEmpty() || drift, "the changed byte is shown");
    }
  }

  private ContractResult judge(TamperingProxy proxy) {
    return ContractRun.of(
            Settings.exactly(
                Map.of(
                    Setting.TARGET, List.of(proxy.url() + "/v1.0"),
                    Setting.ONLY, List.of("getPresence"),
                    Setting.OUT, List.of(folder.toString()))))
        .result();
  }
}
