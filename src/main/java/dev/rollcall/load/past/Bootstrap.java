package dev.rollcall.load.past;

import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Trend;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Compares two runs by what they might have been: each is drawn anew from its own slices many
 * times, and the middle 95 % of the changes seen are the interval. Seeded, so that two runs always
 * compare alike.
 */
final class Bootstrap {
  private static final long SEED = 20_261_126;
  private static final int DRAWS = 1_000;
  private static final double TAIL = 0.025;

  /** With fewer slices an interval means little, whatever is done to widen it. */
  static final int FEWEST_SLICES = 5;

  private final Slices before;
  private final Slices now;
  private final double paceBefore;
  private final double paceNow;

  /**
   * @param paceBefore answers a second until the last one came, as a share of those over the
   *     planned time: 1 for a target that never fell behind, which no slice shows
   */
  Bootstrap(Slices before, double paceBefore, Slices now, double paceNow) {
    this.before = before;
    this.paceBefore = paceBefore;
    this.now = now;
    this.paceNow = paceNow;
  }

  List<Compared> figures() {
    Map<Measure, double[]> changes = changes();
    return Arrays.stream(Measure.values())
        .map(measure -> compared(measure, changes.get(measure)))
        .toList();
  }

  private Map<Measure, double[]> changes() {
    Map<Measure, double[]> changes = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      changes.put(measure, new double[DRAWS]);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      Sample earlier = before.drawn(random);
      Sample later = now.drawn(random);
      for (Measure measure : Measure.values()) {
        changes.get(measure)[draw] = change(measure, earlier, later);
      }
    }
    return changes;
  }

  private double change(Measure measure, Sample earlier, Sample later) {
    return measure.change(figure(measure, earlier, paceBefore), figure(measure, later, paceNow));
  }

  private static double figure(Measure measure, Sample sample, double pace) {
    return measure.of(sample) * (measure == Measure.REACHED ? pace : 1);
  }

  private Compared compared(Measure measure, double[] changes) {
    Sample earlier = before.all();
    Sample later = now.all();
    double was = figure(measure, earlier, paceBefore);
    double is = figure(measure, later, paceNow);
    double change = measure.change(was, is);
    Arrays.sort(changes);
    double low = widened(measure, change, changes[(int) (TAIL * DRAWS)]);
    double high = widened(measure, change, changes[(int) ((1 - TAIL) * DRAWS)]);
    boolean isJudged = fewest() >= FEWEST_SLICES && measure.isJudged(earlier, later);
    return new Compared(
        measure.label(),
        rounded(was),
        rounded(is),
        rounded(low),
        rounded(high),
        isJudged ? measure.trend(was, low, high) : Trend.INSUFFICIENT);
  }

  /** Few slices vary less when drawn than they would anew. */
  private double widened(Measure measure, double change, double end) {
    double free = Math.max(1, fewest() - 1);
    double factor = Math.sqrt((free + 1) / free);
    return measure.isLatency()
        ? (1 + change) * Math.pow((1 + end) / (1 + change), factor) - 1
        : change + factor * (end - change);
  }

  private int fewest() {
    return Math.min(before.size(), now.size());
  }

  private static double rounded(double number) {
    return Double.isFinite(number) ? Math.round(10_000 * number) / 10_000.0 : 0;
  }
}
