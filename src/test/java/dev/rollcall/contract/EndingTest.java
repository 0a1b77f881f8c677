package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.target.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Whoever looks at JUnit alone learns that the verdict is not one to go on with. */
class EndingTest {
  private static final String SHAPE = "getPresence.shape";

  private final Ending ending = new Ending(false);

  @Test
  void aPlanThatConformsEndsGreen() {
    ending.reported(report(List.of()));
    assertDoesNotThrow(this::end);
  }

  @Test
  void aPlanInWhichNothingWasJudgedDoesNot() {
    ending.failed(new TestAbortedException("needs permission to write"));
    assertEquals("the verdict is UNKNOWN: no check was run; see contract.json", message());
  }

  @Test
  void aShapeThatTurnsOutWrongAfterItsCheckHasPassedDoesNot() {
    ending.reported(report(List.of(violation("schema"))));
    assertEquals(
        "the verdict is DEVIATES: getPresence.shape is FAILED; see contract.json", message());
  }

  @Test
  void driftThatCountsDoesNot() {
    ending.reported(report(List.of(violation("unknown-value"))));
    assertEquals(
        "the verdict is DEVIATES: an answer left the documented values or members; see contract.json",
        message());
  }

  @Test
  void aCheckThatFailsSaysSoItself() {
    ending.failed(new Deviation("Busy", "Away"));
    assertDoesNotThrow(this::end);
  }

  @Test
  void aRunThatCouldNotBeginDoesNotEndGreenEither() {
    assertThrows(Ending.NotConforming.class, () -> ending.neverBegan("nothing answers"));
  }

  @Test
  void whoeverLooksAtTheVerdictIsNotToldTwice() {
    assertDoesNotThrow(() -> new Ending(true).neverBegan("nothing answers"));
  }

  private String message() {
    return assertThrows(Ending.NotConforming.class, this::end).getMessage();
  }

  private void end() {
    ending.require(
        Settlement.of(Settings.exactly(Map.of())),
        new TargetInfo("t", "http://h", true, List.of("v1.0"), List.of("READ"), "any"));
  }

  private static CheckReport report(List<Violation> violations) {
    return new CheckReport(
        SHAPE, "v1.0", Outcome.PASSED, "", "", "", 1, 1, List.of(), violations, Map.of());
  }

  private static Violation violation(String kind) {
    var request = new Exchange.Request("GET", "http://h/v1.0/me/presence", Map.of(), "");
    return new Violation(
        SHAPE,
        "v1.0",
        kind,
        "/availability",
        "presence.schema.json",
        "type",
        "7",
        1,
        false,
        new Exchange(request, null, 1));
  }
}
