package dev.rollcall.load.past;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts and latencies of a run or of one drawn from it; latencies to one per cent. */
final class Sample {
  private static final double STEPS = 100; // to each factor of e
  private static final int BUCKETS = 2_304; // 1 us to 1e10 us: beyond any deadline
  private static final double MICROS_PER_MILLI = 1_000;

  private final int lowest;
  private final int[] counts;
  private long asked;
  private long reached;
  private long errors;
  private long answers;

  /** Room for any latency. */
  Sample() {
    this(0, BUCKETS - 1);
  }

  /** Room for the buckets from one to another: drawing a thousand samples has to be quick. */
  Sample(int lowest, int highest) {
    this.lowest = lowest;
    this.counts = new int[Math.max(0, highest - lowest + 1)];
  }

  static int bucket(long micros) {
    return Math.min(BUCKETS - 1, (int) (STEPS * Math.log(Math.max(1, micros))));
  }

  void record(long micros, int times) {
    counts[bucket(micros) - lowest] += times;
    answers += times;
  }

  void add(Slices.Slice slice) {
    asked += slice.asked();
    reached += slice.reached();
    errors += slice.errors();
    for (int i = 0; i < slice.buckets().length; i++) {
      counts[slice.buckets()[i] - lowest] += slice.counts()[i];
      answers += slice.counts()[i];
    }
  }

  long asked() {
    return asked;
  }

  long answers() {
    return answers;
  }

  double errorShare() {
    return asked == 0 ? 0 : (double) errors / asked;
  }

  double reachedShare() {
    return asked == 0 ? 0 : (double) reached / asked;
  }

  /**
   * In milliseconds; 0 without answers.
   *
   * @param share of the answers that took no longer
   */
  double quantile(double share) {
    long rank = (long) Math.ceil(share * answers);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank && seen > 0) {
        return Math.exp((lowest + i + 0.5) / STEPS) / MICROS_PER_MILLI;
      }
    }
    return 0;
  }

  int[] filledBuckets() {
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .map(i -> lowest + i)
        .toArray();
  }

  int[] filledCounts() {
    return Arrays.stream(counts).filter(count -> count > 0).toArray();
  }
}
