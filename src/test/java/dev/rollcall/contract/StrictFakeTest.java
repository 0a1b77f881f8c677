package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.fake.call.Auth;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fake of ours that asks what tokens permit is told so, without anybody giving a token. */
class StrictFakeTest {
  @TempDir Path folder;

  @Test
  void theApplicationAndItsUserCallEachWhereTheyMay() {
    FakeOptions strict = FakeOptions.defaults().withAuth(Auth.STRICT);
    try (PresenceFake fake = PresenceFake.start(strict)) {
      ContractResult result =
          ContractRun.of(
                  Settings.exactly(
                      Map.of(
                          Setting.TARGET, List.of(fake.baseUrl() + "/v1.0"),
                          Setting.ONLY,
                              List.of(
                                  "getPresence.own-id",
                                  "setPresence.shows",
                                  "setManualLocation",
                                  "clearLocation",
                                  "caller"),
                          Setting.OUT, List.of(folder.toString()))))
              .result();
      assertEquals(Verdict.CONFORMS, result.verdict(), result.checks().toString());
      assertEquals(0, result.count(Outcome.BROKEN));
      assertTrue(result.count(Outcome.PASSED) > 10, result.totals().toString());
    }
  }
}
