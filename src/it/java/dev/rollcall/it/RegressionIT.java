package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.bench.Regression;
import dev.rollcall.bench.RegressionRuns;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes worse in a service fails a run of the jar as it is shipped, and fails it for that.
 * {@code src/bench/load-regressions} shows the slow ones too.
 */
class RegressionIT {
  private static final int BASELINE_SECONDS = 14; // a comparison takes ten

  @TempDir private static Path folder;
  private static RegressionRuns runs;
  private static LoadResult clean;

  @BeforeAll
  static void measureTheHealthyFake() throws IOException, InterruptedException {
    runs = RegressionRuns.in(folder, Path.of("target", "rollcall.jar").toAbsolutePath());
    clean = runs.clean(Regression.P99_DOUBLED, BASELINE_SECONDS);
  }

  @AfterAll
  static void stop() {
    runs.close();
  }

  @Test
  void theHealthyFakePasses() {
    assertEquals(LoadVerdict.PASSED, clean.verdict(), () -> "" + clean.reasons());
  }

  @ParameterizedTest
  @CsvSource({"P99_DOUBLED, 14", "ERRORS, 5", "ANOTHER_ID, 16", "LIMIT, 4", "STALL, 6"})
  void failsForWhatBecameWorse(Regression regression, int seconds) throws IOException {
    LoadResult result = runs.with(regression, seconds);
    assertTrue(
        RegressionRuns.isCaught(regression, result),
        () -> regression.text() + ": " + result.verdict() + " " + result.reasons());
  }
}
