package dev.rollcall.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.report.Sample;
import dev.rollcall.report.result.LoadResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VerdictLineTest {
  private static final Path PAGE = Path.of("out", "page.html");

  @Test
  void contractTellsEveryOutcomeAndWhatDoesNotCount() {
    assertEquals(
        "contract: DEVIATES  2 passed, 3 failed, 1 broken, 1 skipped, 1 known, 1 stale, 1 drift,"
            + " 2 advice  -> out/page.html",
        VerdictLine.of(Sample.contract("every-outcome"), PAGE));
  }

  @Test
  void contractWithoutAnythingToAddTellsTheOutcomesAlone() {
    assertEquals(
        "contract: CONFORMS  2 passed, 0 failed, 0 broken, 0 skipped, 0 known, 0 stale"
            + "  -> out/page.html",
        VerdictLine.of(Sample.contract("good"), PAGE));
  }

  @Test
  void contractTellsWhyNothingIsKnown() {
    assertEquals(
        "contract: UNKNOWN  0 passed, 0 failed, 0 broken, 0 skipped, 0 known, 0 stale"
            + "  (https://presence.example.org answered nothing: connection refused; start it or"
            + " correct --target)  -> out/page.html",
        VerdictLine.of(Sample.contract("unreached"), PAGE));
  }

  @Test
  void loadTellsRateLatencyAndErrors() {
    assertEquals(
        "load: PASSED  200 requests, 20.0/s of 20.0/s asked, p99 12 ms, 0 errors  -> out/page.html",
        VerdictLine.of(Sample.load("good"), PAGE));
  }

  @Test
  void loadTellsWhatWasMissed() {
    assertEquals(
        "load: FAILED  200 requests, 18.5/s of 20.0/s asked, p99 12 ms, 15 errors"
            + "  (errors: 7.5 %, limit 0 %; reached rate: 92.5 %, limit at least 95 % of asked)"
            + "  -> out/page.html",
        VerdictLine.of(Sample.load("every-outcome"), PAGE));
  }

  @Test
  void loadWithoutPermissionWasNotRun() {
    assertEquals(
        "load: not run  not allowed: --allow-load presence.example.org  -> out/page.html",
        VerdictLine.of(Sample.load("not-allowed"), PAGE));
    assertEquals("not allowed: --allow-load a.example", LoadResult.notAllowed("a.example"));
  }
}
