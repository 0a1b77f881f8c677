package dev.rollcall.load.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Trend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test bench of the comparison: it must not cry wolf, and it must cry at a wolf. */
class BootstrapTest {
  private static final MadeRun SHORT = MadeRun.clean(10, 50);
  private static final MadeRun LONG = MadeRun.clean(60, 50);

  @Test
  void cleanPairsRaiseAlmostNoAlarm() {
    int pairs = 120;
    List<Compared> alarms = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      compare(SHORT, 2L * pair, SHORT, 2L * pair + 1).stream()
          .filter(figure -> figure.trend() == Trend.WORSE)
          .forEach(alarms::add);
    }
    // One in 60 pairs.
    assertTrue(alarms.size() <= 2, alarms::toString);
  }

  @ParameterizedTest
  @CsvSource({"10, 0.9", "60, 1"})
  void aDoubledTailIsFound(int seconds, double share) {
    MadeRun run = MadeRun.clean(seconds, 50);
    assertFound(Measure.P99, run, run.withP99(300), share);
  }

  @Test
  void anErrorInAHundredIsFoundInAMinute() {
    assertFound(Measure.ERRORS, LONG, LONG.withErrors(0.01), 0.95);
  }

  @Test
  void aCappedRateIsFoundByItsQueue() {
    assertFound(Measure.P50, SHORT, SHORT.cappedAt(45), 1);
  }

  @Test
  void aDeclineOfOneInAHundredASecondIsFoundInAMinute() {
    assertFound(Measure.P50, LONG, LONG.withGrowth(0.01), 0.9);
  }

  @Test
  void fewerAnswersASecondAreWorseWhateverTheLatency() {
    Slices run = Slices.of(SHORT.timeline(1));
    Compared reached = figure(Measure.REACHED, new Bootstrap(run, 1, run, 0.9).figures());
    assertEquals(new Compared("reached share", 1, 0.9, -0.1, -0.1, Trend.WORSE), reached);
  }

  @Test
  void improvementIsNoAlarm() {
    Compared p50 =
        figure(Measure.P50, compare(LONG, 1, new MadeRun(60, 50, 30, 75, 0, 0, 0, 0), 2));
    assertEquals(Trend.BETTER, p50.trend());
    assertTrue(p50.high() < -0.4, p50::toString);
  }

  @Test
  void aRunThatIsShownToHoldIsTheSame() {
    assertEquals(Trend.SAME, figure(Measure.P50, compare(LONG, 1, LONG, 2)).trend());
  }

  @Test
  void tooFewSecondsSayNothing() {
    MadeRun brief = MadeRun.clean(8, 200);
    Set<Trend> trends = EnumSet.noneOf(Trend.class);
    compare(brief, 1, brief.withP99(600), 2).forEach(figure -> trends.add(figure.trend()));
    assertEquals(EnumSet.of(Trend.INSUFFICIENT), trends);
  }

  @Test
  void tooFewAnswersSayNothingOfTheTail() {
    MadeRun sparse = MadeRun.clean(10, 19);
    List<Compared> figures = compare(sparse, 1, sparse.withP99(3_000), 2);
    assertEquals(Trend.INSUFFICIENT, figure(Measure.P99, figures).trend());
    assertEquals(Trend.SAME, figure(Measure.REACHED, figures).trend());
  }

  @Test
  void theSameRunsAlwaysCompareAlike() {
    assertEquals(compare(SHORT, 1, SHORT, 2), compare(SHORT, 1, SHORT, 2));
  }

  @Test
  void smallNumbersMayGrowBySmallAmounts() {
    MadeRun quick = new MadeRun(60, 50, 2, 5, 0, 0, 0, 0);
    MadeRun lessQuick = new MadeRun(60, 50, 3, 8, 0, 0, 0, 0);
    List<Compared> figures = compare(quick, 1, lessQuick, 2);
    assertEquals(Trend.SAME, figure(Measure.P50, figures).trend());
    assertEquals(Trend.SAME, figure(Measure.P99, figures).trend());
  }

  private static void assertFound(Measure measure, MadeRun before, MadeRun now, double share) {
    int runs = 20;
    long found =
        LongStream.range(0, runs)
            .filter(
                run ->
                    figure(measure, compare(before, 2 * run, now, 2 * run + 1)).trend()
                        == Trend.WORSE)
            .count();
    assertTrue(found >= share * runs, () -> found + " of " + runs);
  }

  private static List<Compared> compare(MadeRun before, long seed, MadeRun now, long otherSeed) {
    return new Bootstrap(Slices.of(before.timeline(seed)), 1, Slices.of(now.timeline(otherSeed)), 1)
        .figures();
  }

  private static Compared figure(Measure measure, List<Compared> figures) {
    return figures.stream()
        .filter(figure -> figure.name().equals(measure.label()))
        .findFirst()
        .orElseThrow();
  }
}
