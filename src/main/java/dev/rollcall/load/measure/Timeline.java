package dev.rollcall.load.measure;

import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.question.Judgement;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.IntCountsHistogram;

/** The run second by second, each request in the second in which it ought to have left. */
public final class Timeline {
  // Two digits keep an hour of seconds within some ten megabytes.
  private static final int DIGITS = 2;

  private final LoadPlan plan;
  private final List<Slot> slots = new ArrayList<>();

  Timeline(LoadPlan plan) {
    this.plan = plan;
    for (int second = 0; second < plan.seconds(); second++) {
      slots.add(new Slot());
    }
  }

  void add(Lookup lookup) {
    Slot slot = slots.get(plan.measuredSecondOf(lookup.index()));
    Judgement judgement = lookup.judgement();
    slot.errors += judgement.isOk() ? 0 : 1;
    slot.throttled += judgement.items().throttled() > 0 ? 1 : 0;
    if (judgement.isAnswered()) {
      slot.reached += lookup.isFollowUp() ? 0 : 1;
      slot.micros.recordValue(Math.max(0, lookup.latencyMicros()));
    }
  }

  List<Second> seconds() {
    List<Second> seconds = new ArrayList<>();
    for (int second = 0; second < slots.size(); second++) {
      Slot slot = slots.get(second);
      seconds.add(
          second(
              second,
              plan.askedIn(second),
              slot.reached,
              slot.errors,
              slot.throttled,
              slot.micros));
    }
    return seconds;
  }

  /** What several machines did in one second, exactly. */
  public static Second sum(int second, List<Second> parts) {
    var micros = new IntCountsHistogram(DIGITS);
    parts.forEach(part -> micros.add(Micros.decoded(part.histogram())));
    return second(
        second,
        parts.stream().mapToLong(Second::asked).sum(),
        parts.stream().mapToLong(Second::reached).sum(),
        parts.stream().mapToLong(Second::errors).sum(),
        parts.stream().mapToLong(Second::throttled).sum(),
        micros);
  }

  private static Second second(
      int second,
      long asked,
      long reached,
      long errors,
      long throttled,
      IntCountsHistogram micros) {
    return new Second(
        second,
        asked,
        reached,
        errors,
        throttled,
        Micros.millis(micros, 50),
        Micros.millis(micros, 99),
        Micros.encoded(micros));
  }

  private static final class Slot {
    private final IntCountsHistogram micros = new IntCountsHistogram(DIGITS);
    private long reached;
    private long errors;
    private long throttled;
  }
}
