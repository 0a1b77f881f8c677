package dev.rollcall.load.judge;

import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Objectives;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Holds the figures of a run against the objectives of its plan. */
public final class Slos {
  private final Figures figures;
  private final Objectives objectives;
  private final Excuses excuses;

  private Slos(Figures figures, Objectives objectives) {
    this.figures = figures;
    this.objectives = objectives;
    this.excuses = new Excuses(figures, objectives.reachedShare());
  }

  static List<Finding> judge(Figures figures, Objectives objectives) {
    return new Slos(figures, objectives).findings();
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(errors());
    findings.add(
        Finding.proof(
            "exactly the asked ids",
            "0",
            figures.brokenInvariants() + " of " + figures.requests(),
            figures.brokenInvariants() == 0));
    schema().ifPresent(findings::add);
    findings.add(reached());
    latency("p50", 0.5, objectives.p50(), Quantiles::p50).ifPresent(findings::add);
    latency("p95", 0.95, objectives.p95(), Quantiles::p95).ifPresent(findings::add);
    latency("p99", 0.99, objectives.p99(), Quantiles::p99).ifPresent(findings::add);
    findings.addAll(new Steadiness(figures.plan(), figures.timeline(), excuses).findings());
    return findings;
  }

  /** An answer proves an error; that none came may be the doing of a generator out of breath. */
  private Finding errors() {
    double share = objectives.errorShare();
    String throttled =
        figures.throttled() == 0 ? "" : " (" + figures.throttled() + " of them throttled)";
    double bearable = share * figures.requests();
    var slo =
        new LoadResult.Slo(
            "errors",
            share == 0 ? "0" : "at most " + percent(share),
            figures.errors() + " of " + figures.requests() + throttled,
            figures.errors() <= bearable);
    return new Finding(slo, figures.errors() - figures.unanswered() > bearable, "");
  }

  /** Empty where no answer was held against it: an objective that cannot be missed is none. */
  private Optional<Finding> schema() {
    return figures.validated() == 0 && figures.violations() == 0
        ? Optional.empty()
        : Optional.of(
            Finding.proof(
                "schema",
                "0",
                figures.violations() + " in " + count(figures.validated(), "answer"),
                figures.violations() == 0));
  }

  private Finding reached() {
    double asked = figures.plan().measuredPerSecond();
    double least = objectives.reachedShare() * asked;
    double reached = figures.reached().perSecond();
    return Finding.pace(
        "reached rate",
        String.format(Locale.ROOT, "at least %.2f/s", least),
        String.format(Locale.ROOT, "%.2f/s", reached),
        reached >= least,
        excuses.ofRate());
  }

  private Optional<Finding> latency(
      String name, double share, Optional<Duration> limit, ToDoubleFunction<Quantiles> quantile) {
    return limit.map(most -> latency(name, share, most.toNanos() / 1e6, quantile));
  }

  private Finding latency(
      String name, double share, double mostMillis, ToDoubleFunction<Quantiles> quantile) {
    String limit = "at most " + millis(mostMillis);
    long answers = figures.reached().requests();
    long needed = Objectives.neededAnswers(share);
    if (answers < needed) {
      return Finding.unjudged(
          name, limit, count(answers, "answer") + ", it takes " + needed + "; run for longer");
    }
    double actual = quantile.applyAsDouble(figures.fromIntended());
    return Finding.pace(
        name,
        limit,
        millis(actual),
        actual <= mostMillis,
        excuses.ofLatency(name, share, mostMillis, quantile.applyAsDouble(figures.latency())));
  }

  public static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }

  private static String percent(double share) {
    return LoadPlan.plain(Math.round(1e6 * share) / 1e4) + " %";
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
