package dev.rollcall.load.past;

import dev.rollcall.report.result.LoadResult.Second;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A run in slices of a few seconds, to draw from. Neighbouring seconds resemble each other, so that
 * single ones would feign more certainty than there is.
 */
final class Slices {
  /** Short runs get slices of two seconds, long ones some thirty slices. */
  private static final int SHORTEST_SECONDS = 2;

  private static final int MOST = 30;

  private final List<Slice> slices;
  private final int lowest;
  private final int highest;

  private Slices(List<Slice> slices) {
    this.slices = List.copyOf(slices);
    IntSummaryStatistics buckets =
        slices.stream().flatMapToInt(slice -> Arrays.stream(slice.buckets())).summaryStatistics();
    this.lowest = buckets.getCount() == 0 ? 0 : buckets.getMin();
    this.highest = buckets.getCount() == 0 ? 0 : buckets.getMax();
  }

  static Slices of(List<Second> timeline) {
    int length = Math.max(SHORTEST_SECONDS, (timeline.size() + MOST - 1) / MOST);
    List<Slice> slices = new ArrayList<>();
    // A last slice that is shorter would weigh as much as the others: it joins the one before.
    int count = Math.max(1, timeline.size() / length);
    for (int i = 0; i < count; i++) {
      int to = i == count - 1 ? timeline.size() : (i + 1) * length;
      slices.add(Slice.of(timeline.subList(i * length, to)));
    }
    return new Slices(slices);
  }

  int size() {
    return slices.size();
  }

  /** The run as it was. */
  Sample all() {
    Sample sample = new Sample(lowest, highest);
    slices.forEach(sample::add);
    return sample;
  }

  /** A run as it might have been: as many slices, drawn with replacement. */
  Sample drawn(SplittableRandom random) {
    Sample sample = new Sample(lowest, highest);
    for (int i = 0; i < slices.size(); i++) {
      sample.add(slices.get(random.nextInt(slices.size())));
    }
    return sample;
  }

  /**
   * What happened in a few seconds.
   *
   * @param buckets of {@link Sample#bucket}, with as many answers as {@code counts} says
   */
  record Slice(long asked, long reached, long errors, int[] buckets, int[] counts) {

    static Slice of(List<Second> seconds) {
      Sample sample = new Sample();
      for (Second second : seconds) {
        for (HistogramIterationValue value : decoded(second.histogram()).recordedValues()) {
          sample.record(value.getValueIteratedTo(), (int) value.getCountAtValueIteratedTo());
        }
      }
      return new Slice(
          seconds.stream().mapToLong(Second::asked).sum(),
          seconds.stream().mapToLong(Second::reached).sum(),
          seconds.stream().mapToLong(Second::errors).sum(),
          sample.filledBuckets(),
          sample.filledCounts());
    }
  }

  static Histogram decoded(String histogram) {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(histogram)), 0);
    } catch (DataFormatException | RuntimeException e) {
      // The library throws what it happens to stumble over.
      throw new UnreadableHistogram(e);
    }
  }
}
