package dev.rollcall.load;

import dev.rollcall.report.LoadResult.Lag;
import dev.rollcall.report.LoadResult.Operation;
import dev.rollcall.report.LoadResult.Second;
import dev.rollcall.report.LoadResult.Volume;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Everything measured of a run, warm-up left out. Safe for use by many threads. */
final class Recorder {
  private static final double NANOS = 1e9;

  private final LoadPlan plan;
  private final Supplier<Effort> effort;
  private final Map<String, Tally> operations = new TreeMap<>();
  private final Tally tally = new Tally(); // of all operations
  private final Timeline timeline;
  private final Micros lag = new Micros();
  private Effort before;
  private long firstIntendedNanos;
  private long lastAnsweredNanos;

  /**
   * @param effort what this process has spent so far
   */
  Recorder(LoadPlan plan, Supplier<Effort> effort) {
    this.plan = plan;
    this.effort = effort;
    this.timeline = new Timeline(plan);
    this.before = effort.get();
  }

  synchronized void add(Lookup lookup) {
    if (plan.isWarmUp(lookup.index())) {
      before = effort.get();
      return;
    }
    operations.computeIfAbsent(lookup.operation(), name -> new Tally()).add(lookup);
    if (lookup.isFollowUp()) {
      return; // the plan does not know it
    }
    boolean first = tally.requests() == 0;
    if (first || lookup.intendedNanos() - firstIntendedNanos < 0) {
      firstIntendedNanos = lookup.intendedNanos();
    }
    tally.add(lookup);
    timeline.add(lookup);
    lag.record(lookup.lagMicros());
    if (lookup.judgement().isAnswered()
        && (tally.answered() == 1 || lookup.answeredNanos() - lastAnsweredNanos > 0)) {
      lastAnsweredNanos = lookup.answeredNanos();
    }
  }

  synchronized Figures figures() {
    Effort spent = effort.get().since(before);
    return new Figures(
        plan,
        tally.requests(),
        tally.errors(),
        tally.brokenInvariants(),
        tally.violations(),
        tally.validated(),
        reached(),
        operations.entrySet().stream()
            .map(each -> each.getValue().operation(each.getKey()))
            .toList(),
        timeline.seconds(),
        lag.lag(),
        lag.encoded(),
        spent);
  }

  /**
   * Answers over the time from the first request to the last answer, at least the plan's: a target
   * that falls behind answers for longer than it was asked.
   */
  private Volume reached() {
    double took = tally.answered() == 0 ? 0 : (lastAnsweredNanos - firstIntendedNanos) / NANOS;
    double perSecond = tally.answered() / Math.max(plan.seconds(), took);
    return new Volume(
        tally.answered(), Math.round(100 * perSecond) / 100.0, tally.items().served());
  }

  /**
   * What a run comes to, before it is judged.
   *
   * @param requests sent
   * @param errors without answer, or with another status than 200
   * @param brokenInvariants answers that do not name exactly the asked users
   * @param validated answers held against the schema
   */
  record Figures(
      LoadPlan plan,
      long requests,
      long errors,
      long brokenInvariants,
      long violations,
      long validated,
      Volume reached,
      List<Operation> operations,
      List<Second> timeline,
      Lag lag,
      String lagHistogram,
      Effort effort) {

    /** CPU of this process while it measured, as a share of what the machine has. */
    double cpuShare() {
      double all = (double) plan.seconds() * Runtime.getRuntime().availableProcessors();
      return Math.min(1, Math.round(1_000 * effort.cpuSeconds() / all) / 1_000.0);
    }
  }
}
