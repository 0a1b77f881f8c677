package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.load.Recorder.Figures;
import dev.rollcall.report.LoadResult;
import dev.rollcall.report.LoadResult.Items;
import dev.rollcall.report.LoadResult.Lag;
import dev.rollcall.report.LoadResult.Operation;
import dev.rollcall.report.LoadResult.Quantiles;
import dev.rollcall.report.LoadResult.Volume;
import dev.rollcall.report.LoadVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # sent | errors | wrong | violations | reached | lag  | verdict | reason
          200    | 0      | 0     | 0          | 20      | 3    | PASSED  | -
          200    | 0      | 0     | 0          | 18      | 1000 | PASSED  | -
          0      | 0      | 0     | 0          | 0       | 0    | INVALID | nothing was measured
          200    | 1      | 0     | 0          | 20      | 3    | FAILED  | errors: 1 of 200, limit 0
          200    | 0      | 2     | 0          | 20      | 3    | FAILED  | exactly the asked ids: 2 of 200, limit 0
          200    | 0      | 0     | 3          | 20      | 3    | FAILED  | schema: 3, limit 0
          200    | 0      | 0     | 0          | 17.99   | 3    | FAILED  | reached rate: 17.99/s, limit at least 18.00/s
          200    | 0      | 0     | 0          | 20      | 1001 | INVALID | requests left late: p99 of the lag is 1001 ms, trusted are 1000 ms
          200    | 0      | 0     | 0          | 10      | 1001 | INVALID | requests left late: p99 of the lag is 1001 ms, trusted are 1000 ms
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
    Settlement settlement = Settlement.of(figures(sent, errors, wrong, violations, reached, lag));
    assertEquals(verdict, settlement.verdict());
    assertEquals(reason == null ? List.of() : List.of(reason), settlement.reasons());
  }

  @Test
  void whatAnAnswerProvesCountsHoweverLateItWasAskedFor() {
    Settlement settlement = Settlement.of(figures(150, 0, 1, 0, 10, 2_000));
    assertEquals(LoadVerdict.FAILED, settlement.verdict());
    assertEquals(
        List.of(
            "exactly the asked ids: 1 of 150, limit 0",
            "reached rate: 10.00/s, limit at least 18.00/s",
            "only 150 of 200 requests were sent",
            "requests left late: p99 of the lag is 2000 ms, trusted are 1000 ms"),
        settlement.reasons());
  }

  @Test
  void everyObjectiveIsListedMetOrNot() {
    assertEquals(
        List.of(
            new LoadResult.Slo("errors", "0", "0 of 200", true),
            new LoadResult.Slo("exactly the asked ids", "0", "4 of 200", false),
            new LoadResult.Slo("schema", "0", "0", true),
            new LoadResult.Slo("reached rate", "at least 18.00/s", "19.50/s", true)),
        Settlement.of(figures(200, 0, 4, 0, 19.5, 0)).slos());
  }

  private static Figures figures(
      long sent, long errors, long wrong, long violations, double reached, double lag) {
    var none = new Quantiles(0, 0, 0, 0, 0, 0, 0, 0);
    return new Figures(
        new LoadPlan("smoke", 20, 100, 3, 10),
        sent,
        errors,
        wrong,
        violations,
        sent,
        new Volume(sent, reached, 0),
        List.of(
            new Operation(
                "x",
                sent,
                sent,
                Map.of(),
                none,
                none,
                new Items(0, 0, 0, 0, 0, 0),
                violations,
                "",
                "")),
        List.of(),
        new Lag(0, lag, lag),
        "",
        new Effort(0, 0));
  }
}
