package dev.rollcall.load.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.load.measure.Effort;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Objectives;
import dev.rollcall.report.result.LoadResult.Slo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlosTest {
  private static final Objectives P99_WITHIN_100_MS =
      new Objectives(
          Optional.empty(), Optional.empty(), Optional.of(Duration.ofMillis(100)), 0, 0.9);
  private static final LoadPlan PLAN = new LoadPlan("smoke", 20, 100, 3, 10);

  @Test
  void latencyCountsFromTheIntendedStart() {
    assertEquals(
        new Slo("p99", "at most 100 ms", "120 ms", false), p99(Made.of(PLAN).p99(110, 120)).slo());
    assertEquals(
        new Slo("p99", "at most 100 ms", "99 ms", true), p99(Made.of(PLAN).p99(80, 99)).slo());
  }

  @Test
  void aDelayOfTheGeneratorIsNotLaidAtTheTargetsDoor() {
    Finding p99 = p99(Made.of(PLAN).p99(90, 120).lag(40, 60));
    assertEquals("p99 was missed by the generator: without its delay it is 90 ms", p99.doubt());
    assertEquals(new Slo("p99", "at most 100 ms", "120 ms", false), p99.slo());
  }

  @Test
  void collectionsThatReachThePercentileAreNotLaidAtTheTargetsDoor() {
    Finding reaches = p99(Made.of(PLAN).p99(120, 120).spent(new Effort(10, 1, 101, 90)));
    assertEquals(
        "p99 was missed while the generator collected garbage for 101 ms, longest 90 ms: give it"
            + " more heap",
        reaches.doubt());
    Finding tooShort = p99(Made.of(PLAN).p99(120, 120).spent(new Effort(10, 1, 99, 90)));
    assertEquals("", tooShort.doubt());
  }

  @Test
  void aPercentileOfTooFewAnswersIsNotJudged() {
    Finding p99 = p99(Made.of(PLAN).sent(199));
    assertEquals(
        new Slo(
            "p99",
            "at most 100 ms",
            "not judged: 199 answers, it takes 200; run for longer",
            false),
        p99.slo());
    assertEquals("p99 cannot be judged: 199 answers, it takes 200; run for longer", p99.doubt());
    assertEquals("", p99(Made.of(PLAN)).doubt());
  }

  @Test
  void aShareOfErrorsMayBeAllowed() {
    Objectives lenient =
        new Objectives(Optional.empty(), Optional.empty(), Optional.empty(), 0.005, 0.9);
    assertEquals(
        new Slo("errors", "at most 0.5 %", "1 of 200", true),
        Slos.judge(Made.of(PLAN).errors(1, 0).figures(), lenient).get(0).slo());
    assertEquals(
        new Slo("errors", "at most 0.5 %", "2 of 200", false),
        Slos.judge(Made.of(PLAN).errors(2, 0).figures(), lenient).get(0).slo());
  }

  @Test
  void everyPercentileThatIsAskedForIsJudged() {
    Objectives all =
        new Objectives(
            Optional.of(Duration.ofMillis(9)),
            Optional.of(Duration.ofMillis(20)),
            Optional.of(Duration.ofMillis(50)),
            0,
            0.9);
    assertEquals(
        List.of(
            new Slo("p50", "at most 9.0 ms", "10 ms", false),
            new Slo("p95", "at most 20 ms", "20 ms", true),
            new Slo("p99", "at most 50 ms", "50 ms", true)),
        Slos.judge(Made.figures(PLAN), all).stream()
            .map(Finding::slo)
            .filter(slo -> slo.name().startsWith("p"))
            .toList());
  }

  private static Finding p99(Made run) {
    return Slos.judge(run.figures(), P99_WITHIN_100_MS).stream()
        .filter(finding -> finding.slo().name().equals("p99"))
        .findFirst()
        .orElseThrow();
  }
}
