package dev.rollcall.load.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.load.measure.Effort;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Comparison;
import dev.rollcall.report.result.LoadResult.Trend;
import dev.rollcall.report.result.LoadVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {
  private static final LoadPlan PLAN = new LoadPlan("smoke", 20, 100, 3, 10);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # sent | errors | wrong | violations | reached | lag  | verdict | reason
          200    | 0      | 0     | 0          | 20      | 3    | PASSED  | -
          200    | 0      | 0     | 0          | 18      | 500  | PASSED  | -
          0      | 0      | 0     | 0          | 0       | 0    | INVALID | nothing was measured
          200    | 1      | 0     | 0          | 20      | 3    | FAILED  | errors: 1 of 200, limit 0
          200    | 0      | 2     | 0          | 20      | 3    | FAILED  | exactly the asked ids: 2 of 200, limit 0
          200    | 0      | 0     | 3          | 20      | 3    | FAILED  | schema: 3 in 200 answers, limit 0
          200    | 0      | 0     | 0          | 17.99   | 3    | FAILED  | reached rate: 17.99/s, limit at least 18.00/s
          200    | 0      | 0     | 0          | 20      | 501  | INVALID | requests left late: p99 of the lag is 501 ms, trusted are 500 ms
          200    | 0      | 0     | 0          | 10      | 501  | INVALID | requests left late: p99 of the lag is 501 ms, trusted are 500 ms
          199    | 0      | 0     | 0          | 20      | 3    | INVALID | only 199 of 200 requests were sent
          """)
  void theVerdictFollowsFromTheFigures(
      long sent,
      long errors,
      long wrong,
      long violations,
      double reached,
      double lag,
      LoadVerdict verdict,
      String reason) {
    Made run =
        Made.of(PLAN)
            .sent(sent)
            .errors(errors, 0)
            .wrong(wrong)
            .violations(violations)
            .reached(reached)
            .lag(lag, lag);
    assertSettled(verdict, reason == null ? List.of() : List.of(reason), run);
  }

  @Test
  void whatAnAnswerProvesCountsHoweverLateItWasAskedFor() {
    assertSettled(
        LoadVerdict.FAILED,
        List.of(
            "exactly the asked ids: 1 of 150, limit 0",
            "only 150 of 200 requests were sent",
            "requests left late: p99 of the lag is 2000 ms, trusted are 500 ms",
            "the rate was missed by the generator: its requests left up to 2000 ms late"),
        Made.of(PLAN).sent(150).wrong(1).reached(10).lag(2_000, 2_000));
  }

  @Test
  void anAnswerThatNeverCameCountsIfTheGeneratorKeptUp() {
    assertSettled(
        LoadVerdict.FAILED, List.of("errors: 9 of 200, limit 0"), Made.of(PLAN).unanswered(9));
    assertSettled(
        LoadVerdict.INVALID,
        List.of("requests left late: p99 of the lag is 900 ms, trusted are 500 ms"),
        Made.of(PLAN).unanswered(9).lag(900, 900));
    assertSettled(
        LoadVerdict.FAILED,
        List.of(
            "errors: 9 of 200, limit 0",
            "requests left late: p99 of the lag is 900 ms, trusted are 500 ms"),
        Made.of(PLAN).errors(9, 0).lag(900, 900));
  }

  @Test
  void aRateThatOneLongDelayOfTheGeneratorExplainsSaysNothing() {
    assertSettled(
        LoadVerdict.INVALID,
        List.of("the rate was missed by the generator: its requests left up to 1200 ms late"),
        Made.of(PLAN).reached(17).lag(400, 1_200));
  }

  @Test
  void aRateThatABusyGeneratorMissedSaysNothing() {
    int processors = Runtime.getRuntime().availableProcessors();
    assertSettled(
        LoadVerdict.INVALID,
        List.of("the rate was missed while the generator used 95 % of the machine's processors"),
        Made.of(PLAN).reached(17).spent(new Effort(10, 9.5 * processors, 0, 0)));
    assertSettled(
        LoadVerdict.PASSED, List.of(), Made.of(PLAN).spent(new Effort(10, 9.5 * processors, 0, 0)));
  }

  @Test
  void fewRequestsAreNoLoad() {
    assertSettled(
        LoadVerdict.INVALID,
        List.of(
            "too little was measured: 9 of at least 10 requests; give a higher rate or a longer"
                + " duration"),
        Made.of(new LoadPlan("x", 1, 1, 0, 9)));
  }

  @Test
  void answersThatNobodyHeldAgainstTheSchemaLeaveADoubt() {
    assertSettled(
        LoadVerdict.INVALID,
        List.of("validation fell behind: 12 answers were not held against the schema"),
        Made.of(PLAN).notValidated(12));
  }

  @Test
  void throttledRequestsAreErrorsThatAreToldApart() {
    assertSettled(
        LoadVerdict.FAILED,
        List.of("errors: 7 of 200 (5 of them throttled), limit 0"),
        Made.of(PLAN).errors(7, 5));
  }

  @Test
  void aFigureWorseThanTheBaselineFailsTheRun() {
    Settlement settlement =
        Settlement.of(Made.figures(PLAN), comparison("p99", 100, 200, 0.6, 1.4, Trend.WORSE));
    assertEquals(LoadVerdict.FAILED, settlement.verdict());
    assertEquals(
        List.of(
            "p99 is worse than the baseline: 200 ms, before 100 ms (+60 % to +140 %); tolerated"
                + " +25 %"),
        settlement.reasons());
  }

  @Test
  void aLatencyThatABusyGeneratorReadIsNotHeldAgainstTheTarget() {
    int processors = Runtime.getRuntime().availableProcessors();
    Made busy = Made.of(PLAN).spent(new Effort(10, 9.5 * processors, 0, 0));
    Settlement latency =
        Settlement.of(busy.figures(), comparison("p99", 100, 200, 0.6, 1.4, Trend.WORSE));
    assertEquals(LoadVerdict.INVALID, latency.verdict());
    Settlement errors =
        Settlement.of(
            busy.figures(), comparison("error share", 0, 0.01, 0.005, 0.015, Trend.WORSE));
    assertEquals(LoadVerdict.FAILED, errors.verdict());
    assertEquals(
        List.of(
            "error share is worse than the baseline: 1.0 %, before 0 % (+0.50 to +1.50 points);"
                + " tolerated +0.20 points"),
        errors.reasons());
  }

  @Test
  void aChangeNoGreaterThanTheGeneratorsOwnDelayIsNotHeldAgainstTheTarget() {
    var grown = comparison("p50", 60, 78, 0.12, 0.35, Trend.WORSE);
    Settlement busy = Settlement.of(Made.of(PLAN).lag(18, 90).figures(), grown);
    assertEquals(LoadVerdict.INVALID, busy.verdict());
    assertEquals(
        List.of(
            "p50 is worse than the baseline by 18 ms, but the machine was busy: the generator"
                + " itself was 18 ms late (p99 of the lag)"),
        busy.reasons());
    assertEquals(
        LoadVerdict.FAILED, Settlement.of(Made.of(PLAN).lag(17, 90).figures(), grown).verdict());
  }

  @Test
  void aComparisonSaysNothingOfARunThatCannotBeTrusted() {
    Settlement settlement =
        Settlement.of(
            Made.of(PLAN).lag(900, 900).figures(),
            comparison("error share", 0, 0.01, 0.005, 0.015, Trend.WORSE));
    assertEquals(LoadVerdict.INVALID, settlement.verdict());
    assertEquals(
        List.of("requests left late: p99 of the lag is 900 ms, trusted are 500 ms"),
        settlement.reasons());
  }

  @Test
  void aShareThatTheGeneratorsDelayExplainsIsNotHeldAgainstTheTarget() {
    var less = comparison("reached share", 1, 0.93, -0.07, -0.07, Trend.WORSE);
    assertEquals(
        List.of("the rate was missed by the generator: its requests left up to 600 ms late"),
        Settlement.of(Made.of(PLAN).lag(400, 600).figures(), less).reasons());
    assertEquals(
        LoadVerdict.FAILED, Settlement.of(Made.of(PLAN).lag(400, 500).figures(), less).verdict());
  }

  @Test
  void whatIsNotWorseLeavesTheVerdictAlone() {
    for (Trend trend : List.of(Trend.SAME, Trend.BETTER, Trend.INSUFFICIENT)) {
      Settlement settlement =
          Settlement.of(Made.figures(PLAN), comparison("p50", 10, 10, 0, 0, trend));
      assertEquals(LoadVerdict.PASSED, settlement.verdict());
    }
  }

  @Test
  void everyObjectiveIsListedMetOrNot() {
    assertEquals(
        List.of(
            new LoadResult.Slo("errors", "0", "0 of 200", true),
            new LoadResult.Slo("exactly the asked ids", "0", "4 of 200", false),
            new LoadResult.Slo("schema", "0", "0 in 200 answers", true),
            new LoadResult.Slo("reached rate", "at least 18.00/s", "19.50/s", true)),
        Settlement.of(Made.of(PLAN).wrong(4).reached(19.5).figures(), Optional.empty()).slos());
  }

  @Test
  void aSchemaThatNoAnswerWasHeldAgainstIsNotSaidToBeMet() {
    assertEquals(
        List.of("errors", "exactly the asked ids", "reached rate"),
        Settlement.of(Made.of(PLAN).withoutValidation().figures(), Optional.empty()).slos().stream()
            .map(LoadResult.Slo::name)
            .toList());
  }

  private static void assertSettled(LoadVerdict verdict, List<String> reasons, Made run) {
    Settlement settlement = Settlement.of(run.figures(), Optional.empty());
    assertEquals(verdict, settlement.verdict(), () -> settlement.reasons().toString());
    assertEquals(reasons, settlement.reasons());
  }

  private static Optional<Comparison> comparison(
      String name, double before, double now, double low, double high, Trend trend) {
    return Optional.of(
        new Comparison(
            "old.json", Instant.EPOCH, List.of(new Compared(name, before, now, low, high, trend))));
  }
}
