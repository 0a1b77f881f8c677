package dev.rollcall.load.judge;

import dev.rollcall.load.measure.Effort;
import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult.Lag;
import dev.rollcall.report.result.LoadResult.Quantiles;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadResult.Volume;
import java.util.List;

/** Figures of a run in which all went well, to spoil one at a time. */
public final class Made {
  private static final Quantiles QUICK = new Quantiles(1, 10, 10, 15, 20, 50, 50, 50);

  private final LoadPlan plan;
  private long requests;
  private long errors;
  private long unanswered;
  private long throttled;
  private long wrong;
  private long violations;
  private long notValidated;
  private boolean isValidated = true;
  private double reached;
  private Quantiles latency = QUICK;
  private Quantiles fromIntended = QUICK;
  private Lag lag = new Lag(0, 3, 3);
  private Effort effort;
  private List<Second> timeline = List.of();

  private Made(LoadPlan plan) {
    this.plan = plan;
    this.requests = plan.measuredRequests();
    this.reached = plan.measuredPerSecond();
    this.effort = new Effort(plan.seconds(), 0, 0, 0);
  }

  public static Made of(LoadPlan plan) {
    return new Made(plan);
  }

  public static Figures figures(LoadPlan plan) {
    return of(plan).figures();
  }

  public Made sent(long requests) {
    this.requests = requests;
    return this;
  }

  Made errors(long errors, long throttled) {
    this.errors = errors;
    this.throttled = throttled;
    return this;
  }

  Made unanswered(long requests) {
    this.errors = requests;
    this.unanswered = requests;
    return this;
  }

  Made wrong(long answers) {
    this.wrong = answers;
    return this;
  }

  Made violations(long violations) {
    this.violations = violations;
    return this;
  }

  Made withoutValidation() {
    this.isValidated = false;
    return this;
  }

  Made notValidated(long answers) {
    this.notValidated = answers;
    return this;
  }

  Made reached(double perSecond) {
    this.reached = perSecond;
    return this;
  }

  Made p99(double fromSending, double fromIntendedStart) {
    this.latency = new Quantiles(1, 10, 10, 15, 20, fromSending, fromSending, fromSending);
    this.fromIntended =
        new Quantiles(1, 10, 10, 15, 20, fromIntendedStart, fromIntendedStart, fromIntendedStart);
    return this;
  }

  Made lag(double p99, double max) {
    this.lag = new Lag(0, p99, max);
    return this;
  }

  Made spent(Effort effort) {
    this.effort = effort;
    return this;
  }

  public Made seconds(List<Second> seconds) {
    this.timeline = seconds;
    return this;
  }

  public Figures figures() {
    return new Figures(
        plan,
        requests,
        requests,
        errors,
        unanswered,
        throttled,
        wrong,
        violations,
        isValidated ? requests : 0,
        notValidated,
        0,
        new Volume(requests, reached, 0),
        latency,
        fromIntended,
        List.of(),
        timeline,
        lag,
        "",
        effort);
  }
}
