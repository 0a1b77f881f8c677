package dev.rollcall.load;

import dev.rollcall.load.judge.Observed;
import dev.rollcall.load.judge.Settlement;
import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult.Addend;
import dev.rollcall.report.result.LoadResult.ClockOffset;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * When a plan began, and how far the clock was off that said so.
 *
 * @param clock empty where nobody could tell
 */
public record Beginning(Instant at, Optional<ClockOffset> clock) {
  /** Machines whose clocks are further apart do not load a target together. */
  static final double GREATEST_OFFSET_MILLIS = 2_000;

  private static final double MILLIS = 1_000;

  static Beginning now(InstantSource clock) {
    return new Beginning(clock.instant(), Optional.empty());
  }

  /**
   * Compares clocks, then waits.
   *
   * @param own of this machine
   * @param told what is known of the clock
   * @throws dev.rollcall.target.InvalidSetting if the clock is surely too far off
   * @throws IllegalStateException if the wait is interrupted: to start at once would be too early
   */
  static Beginning awaited(
      Instant start, InstantSource own, ClockProbe probe, Consumer<String> told) {
    try {
      Optional<ClockOffset> clock = probe.offset();
      told.accept(
          "load: "
              + clock
                  .map(Beginning::sentence)
                  .orElse("no Date header of the target to compare this machine's clock with"));
      clock.ifPresent(offset -> requireSmall(start, offset));
      Duration wait = Duration.between(own.instant(), start);
      if (!wait.isNegative()) {
        Thread.sleep(wait.toMillis());
      }
      return new Beginning(own.instant(), clock);
    } catch (InterruptedException e) {
      throw new IllegalStateException(
          "the wait for " + Setting.START_AT.option() + " was interrupted", e);
    }
  }

  private static void requireSmall(Instant start, ClockOffset offset) {
    if (Math.abs(offset.certainMillis()) > GREATEST_OFFSET_MILLIS) {
      throw Settings.invalid(
          Setting.START_AT,
          start.toString(),
          sentence(offset) + "; set this machine's clock, or start all shards without it");
    }
  }

  private static String sentence(ClockOffset offset) {
    return String.format(
        Locale.ROOT,
        "by its Date header the target's clock is %.1f s %s this machine's, give or take %.1f s",
        Math.abs(offset.millis()) / MILLIS,
        offset.millis() < 0 ? "behind" : "ahead of",
        offset.uncertaintyMillis() / MILLIS);
  }

  /**
   * What merging takes of a run that began so.
   *
   * @param tookSeconds from when the first request was due to the last answer
   */
  public Addend addend(Figures figures, double tookSeconds, Observed observed) {
    LoadPlan plan = figures.plan();
    List<String> doubts = new ArrayList<>(observed.remarks());
    doubts.addAll(Settlement.lasting(figures));
    return new Addend(
        plan.whole().describe(),
        at,
        clock.orElse(null),
        plan.objectives().told(),
        figures.errors(),
        figures.brokenInvariants(),
        figures.notValidated(),
        plan.firstSeconds(),
        plan.firstSeconds() + tookSeconds,
        observed.stopped().orElse(null),
        doubts);
  }
}
