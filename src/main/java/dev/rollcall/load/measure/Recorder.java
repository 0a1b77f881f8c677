package dev.rollcall.load.measure;

import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.LoadResult.Lag;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Quantiles;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadResult.Volume;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything measured of a run, per operation and over all, warm-up left out. Safe for use by many
 * threads.
 */
public final class Recorder {
  private static final double NANOS = 1e9;

  private final LoadPlan plan;
  private final EffortMeter effort;
  private final Map<String, Tally> operations = new TreeMap<>();
  private final Tally tally = new Tally(); // of all operations
  private final Timeline timeline;
  private final Micros lag = new Micros();
  private long followUps;
  private long answeredFollowUps;
  private long firstIntendedNanos;
  private long lastAnsweredNanos;

  /**
   * @param effort of this process
   */
  public Recorder(LoadPlan plan, EffortMeter effort) {
    this.plan = plan;
    this.effort = effort;
    this.timeline = new Timeline(plan);
  }

  public synchronized void add(Lookup lookup) {
    if (plan.isWarmUp(lookup.index())) {
      effort.restart();
      return;
    }
    if (lookup.isFollowUp()) { // the plan does not know it
      followUps++;
      answeredFollowUps += lookup.judgement().isAnswered() ? 1 : 0;
      all(lookup);
      return;
    }
    boolean first = tally.requests() == 0;
    if (first || lookup.intendedNanos() - firstIntendedNanos < 0) {
      firstIntendedNanos = lookup.intendedNanos();
    }
    all(lookup);
    lag.record(lookup.lagMicros());
    if (lookup.judgement().isAnswered()
        && (tally.answered() == 1 || lookup.answeredNanos() - lastAnsweredNanos > 0)) {
      lastAnsweredNanos = lookup.answeredNanos();
    }
  }

  private void all(Lookup lookup) {
    tally.add(lookup);
    operations.computeIfAbsent(lookup.operation(), name -> new Tally()).add(lookup);
    timeline.add(lookup);
  }

  public Figures figures() {
    return figures(0, 0);
  }

  /**
   * @param notValidated answers that should have been
   * @param validationLagMillis the longest that an answer waited for it
   */
  public synchronized Figures figures(long notValidated, double validationLagMillis) {
    return new Figures(
        plan,
        tally.requests() - followUps,
        tally.requests(),
        tally.errors(),
        tally.requests() - tally.answered(),
        tally.throttled(),
        tally.brokenInvariants(),
        tally.violations(),
        tally.validated(),
        notValidated,
        validationLagMillis,
        reached(),
        tally.latency(),
        tally.fromIntended(),
        operations.entrySet().stream()
            .map(each -> each.getValue().operation(each.getKey()))
            .toList(),
        timeline.seconds(),
        lag.lag(),
        lag.encoded(),
        effort.spent());
  }

  /**
   * Answers over the time from the first request to the last answer, at least the plan's: a target
   * that falls behind answers for longer than it was asked.
   */
  private Volume reached() {
    long answered = tally.answered() - answeredFollowUps;
    return volume(answered, plan.seconds(), tookSeconds(), tally.items().served());
  }

  public static Volume volume(long answered, double planned, double took, long served) {
    double perSecond = answered / Math.max(planned, took);
    return new Volume(answered, Math.round(100 * perSecond) / 100.0, served);
  }

  /** From when the first request was due to the last answer; 0 without one. */
  public synchronized double tookSeconds() {
    return tally.answered() == answeredFollowUps
        ? 0
        : (lastAnsweredNanos - firstIntendedNanos) / NANOS;
  }

  /**
   * What a run comes to, before it is judged.
   *
   * @param sent requests of the plan
   * @param requests all that were sent
   * @param errors without answer, or with another than was asked for; throttled ones among them
   * @param unanswered errors without any answer
   * @param throttled with status 429, or with parts that have it
   * @param brokenInvariants answers that do not name exactly the asked users
   * @param validated answers held against the schema
   * @param notValidated answers that should have been
   * @param validationLagMillis the longest that an answer waited for it
   * @param latency from sending, over all operations
   * @param fromIntended from the moment the plan asked for a request, over all operations
   */
  public record Figures(
      LoadPlan plan,
      long sent,
      long requests,
      long errors,
      long unanswered,
      long throttled,
      long brokenInvariants,
      long violations,
      long validated,
      long notValidated,
      double validationLagMillis,
      Volume reached,
      Quantiles latency,
      Quantiles fromIntended,
      List<Operation> operations,
      List<Second> timeline,
      Lag lag,
      String lagHistogram,
      Effort effort) {

    /** CPU of this process while it measured, as a share of what the machine has. */
    public double cpuShare() {
      return effort.cpuShare(Runtime.getRuntime().availableProcessors());
    }
  }
}
