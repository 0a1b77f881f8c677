package dev.rollcall.load.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.past.MadeRun;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SteadinessTest {
  private static final int RUNS = 60;
  private static final MadeRun CLEAN = MadeRun.clean(60, 50);

  @Test
  void steadyRunsPass() {
    assertEquals(0, missed("no stall", CLEAN));
    assertEquals(0, missed("no drift", CLEAN));
  }

  @Test
  void aStopOfTwoSecondsIsFoundWhereverItBegins() {
    assertEquals(RUNS, missed("no stall", CLEAN.withStall(2_000)));
    assertEquals(RUNS, missed("no stall", MadeRun.clean(10, 20).withStall(2_000)));
  }

  @Test
  void aStopOfASecondIsBorneWith() {
    assertEquals(0, missed("no stall", CLEAN.withStall(1_000)));
  }

  @Test
  void aDeclineOfOneInAHundredASecondIsFound() {
    assertEquals(RUNS, missed("no drift", CLEAN.withGrowth(0.01)));
  }

  @Test
  void aStopIsNoDecline() {
    assertEquals(0, missed("no drift", CLEAN.withStall(2_000)));
  }

  @Test
  void whatWasMeasuredIsTold() {
    Finding stall = findings(CLEAN.withStall(2_000), 1).get(0);
    assertTrue(stall.slo().actual().matches("1\\d{3} ms in second 3\\d"), stall::sentence);
    assertTrue(
        stall.slo().limit().matches("no second with a median above 8\\d\\d ms"), stall::sentence);
    Finding drift = findings(CLEAN.withGrowth(0.01), 1).get(1);
    assertEquals("median at most +25 % over the run", drift.slo().limit());
    assertTrue(drift.slo().actual().matches("\\+[4-7]\\d %"), drift::sentence);
  }

  @Test
  void shortRunsAreNotAskedForATrend() {
    assertEquals(
        List.of("no stall"),
        findings(MadeRun.clean(29, 50), 1).stream().map(each -> each.slo().name()).toList());
  }

  @Test
  void fewRequestsASecondSayNothing() {
    assertEquals(List.of(), findings(MadeRun.clean(60, 4), 1));
  }

  @Test
  void plansThatChangeTheirRateAreNotJudged() {
    List<Second> ramp = new ArrayList<>(MadeRun.clean(30, 50).timeline(1));
    ramp.addAll(MadeRun.clean(30, 60).timeline(2));
    assertEquals(List.of(), findings(60, 50, ramp));
  }

  @Test
  void whatStopsTheGeneratorTooIsNotHeldAgainstTheTarget() {
    var plan = new LoadPlan("steady", 50, 1, 0, 60);
    List<Second> timeline = CLEAN.withStall(2_000).timeline(1);
    Finding alone = judged(plan, timeline, Made.of(plan).lag(10, 200)).get(0);
    assertTrue(alone.isMissed(), alone::sentence);
    Finding together = judged(plan, timeline, Made.of(plan).lag(10, 1_900)).get(0);
    assertFalse(together.isMissed(), together::sentence);
    assertTrue(
        together.doubt().endsWith("but so did the generator: requests left up to 1900 ms late"),
        together::doubt);
  }

  @Test
  void aDeclineWithinTheGeneratorsOwnDelayIsNotHeldAgainstTheTarget() {
    var plan = new LoadPlan("steady", 50, 1, 0, 60);
    List<Second> timeline = CLEAN.withGrowth(0.01).timeline(1);
    assertTrue(judged(plan, timeline, Made.of(plan).lag(10, 200)).get(1).isMissed());
    assertFalse(judged(plan, timeline, Made.of(plan).lag(60, 200)).get(1).isMissed());
  }

  private static long missed(String name, MadeRun run) {
    return LongStream.range(0, RUNS)
        .filter(
            seed ->
                findings(run, seed).stream()
                    .anyMatch(each -> each.slo().name().equals(name) && each.isMissed()))
        .count();
  }

  private static List<Finding> findings(MadeRun run, long seed) {
    return findings(run.seconds(), run.perSecond(), run.timeline(seed));
  }

  private static List<Finding> findings(int seconds, int perSecond, List<Second> timeline) {
    var plan = new LoadPlan("steady", perSecond, 1, 0, seconds);
    return judged(plan, timeline, Made.of(plan));
  }

  private static List<Finding> judged(LoadPlan plan, List<Second> timeline, Made run) {
    return new Steadiness(plan, timeline, new Excuses(run.figures(), 0.9)).findings();
  }
}
