package dev.rollcall.load.measure;

import dev.rollcall.report.result.LoadResult.Lag;
import dev.rollcall.report.result.LoadResult.Quantiles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;

/** A distribution recorded in microseconds, to three digits, and reported in milliseconds. */
public final class Micros {
  private static final int DIGITS = 3;
  private static final double PER_MILLI = 1_000;

  private final Histogram histogram = new Histogram(DIGITS);

  /** All that these hold, exactly: histograms of one form add up bucket by bucket. */
  public static Micros sum(List<String> encoded) {
    Micros sum = new Micros();
    encoded.forEach(each -> sum.histogram.add(decoded(each)));
    return sum;
  }

  /**
   * @throws IllegalArgumentException if it is damaged, or was left out
   */
  public static Histogram decoded(String encoded) {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0);
    } catch (DataFormatException | RuntimeException e) {
      // The library throws what it happens to stumble over.
      throw new IllegalArgumentException("a histogram cannot be decoded", e);
    }
  }

  public long count() {
    return histogram.getTotalCount();
  }

  void record(long micros) {
    histogram.recordValue(Math.max(0, micros));
  }

  public Quantiles quantiles() {
    if (histogram.getTotalCount() == 0) {
      return new Quantiles(0, 0, 0, 0, 0, 0, 0, 0);
    }
    return new Quantiles(
        histogram.getMinValue() / PER_MILLI,
        Math.round(histogram.getMean()) / PER_MILLI,
        millis(histogram, 50),
        millis(histogram, 90),
        millis(histogram, 95),
        millis(histogram, 99),
        millis(histogram, 99.9),
        histogram.getMaxValue() / PER_MILLI);
  }

  Lag lag() {
    Quantiles quantiles = quantiles();
    return new Lag(quantiles.p50(), quantiles.p99(), quantiles.max());
  }

  /** All of it, as compressed HdrHistogram in base64. */
  public String encoded() {
    return encoded(histogram);
  }

  public static String encoded(AbstractHistogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_COMPRESSION);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /** 0 where nothing was recorded. */
  static double millis(AbstractHistogram histogram, double percentile) {
    return histogram.getTotalCount() == 0
        ? 0
        : Math.min(histogram.getValueAtPercentile(percentile), histogram.getMaxValue()) / PER_MILLI;
  }
}
