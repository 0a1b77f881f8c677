package dev.rollcall.load;

import dev.rollcall.load.measure.Problems;
import dev.rollcall.load.measure.ProcessMeter;
import dev.rollcall.load.measure.Progress;
import dev.rollcall.load.measure.Recorder;
import dev.rollcall.load.measure.Recording;
import dev.rollcall.load.measure.Validator;
import dev.rollcall.load.plan.Beyond;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.load.throttle.Refusals;
import dev.rollcall.report.result.LoadResult.Problem;
import dev.rollcall.schema.Schemas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All that looks at the requests of a run as they come back. Safe for use by many threads. */
final class Observation implements AutoCloseable {
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

  private final LoadPlan plan;
  private final ProcessMeter meter = ProcessMeter.started();
  private final Recorder recorder;
  private final Problems problems;
  private final Validator validator;
  private final Storm storm;
  private final Refusals refusals;
  private final Progress progress;

  /**
   * @param recording of exchanges that show a problem
   * @param told the progress
   */
  Observation(
      LoadPlan plan,
      Recording recording,
      Schemas schemas,
      Consumer<String> told,
      LongSupplier nanoTime) {
    this.plan = plan;
    this.recorder = new Recorder(plan, meter);
    this.problems = new Problems(recording::of);
    this.refusals = new Refusals(schemas, plan.beyond().map(Beyond::clients).orElse(0));
    this.storm = new Storm(plan.allSeconds(), plan::requestsIn);
    this.progress = new Progress(plan.allSeconds(), told, nanoTime);
    this.validator = new Validator(plan.validation(), nanoTime, plan::isWarmUp, this::judged);
  }

  void sent() {
    progress.sent();
  }

  /** At once, since it may be a reason to send no more. */
  void cameBack(Lookup lookup) {
    if (lookup.judgement().isBreakdown()) {
      storm.failed(plan.measuredSecondOf(lookup.index()) + plan.warmUpSeconds());
    }
  }

  /** Once nothing more is done with it. */
  void take(Lookup lookup) {
    if (plan.isWarmUp(lookup.index())) {
      recorder.add(lookup); // at once, since it shows that nothing is measured yet
    }
    validator.take(lookup);
  }

  private void judged(Lookup lookup) {
    progress.done(lookup);
    if (plan.beyond().isPresent()) {
      refusals.add(lookup);
    }
    if (!plan.isWarmUp(lookup.index())) {
      recorder.add(lookup);
      problems.add(lookup);
    }
  }

  /** Why the run is given up; empty if it is not. */
  Optional<String> stopped() {
    return storm.verdict();
  }

  /** Of all that was taken; nothing is looked at any more. */
  Recorder.Figures figures() {
    Validator.Figures validated = validator.finish(LONGEST_DRAIN);
    return recorder.figures(validated.missed(), validated.longestMillis());
  }

  /** From when the first request was due to the last answer. */
  double tookSeconds() {
    return recorder.tookSeconds();
  }

  List<Problem> problems() {
    return problems.list();
  }

  Refusals refusals() {
    return refusals;
  }

  @Override
  public void close() {
    validator.close();
    meter.close();
  }
}
