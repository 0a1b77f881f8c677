package dev.rollcall.load.past;

import dev.rollcall.report.result.LoadResult.Second;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.HdrHistogram.IntCountsHistogram;

/**
 * A run as a target of lognormal latencies would give it. Neighbouring seconds resemble each other,
 * and no two runs are alike: the machine has its moods.
 *
 * @param perSecond requests
 * @param p50 in milliseconds
 * @param p99 in milliseconds
 * @param errorShare of answers with an error
 * @param growth of latency a second, as a share of the first
 * @param stallMillis how long nothing is answered, from the middle of the run; 0 for not at all
 * @param cappedPerSecond what the target serves at most; 0 for no limit
 */
public record MadeRun(
    int seconds,
    int perSecond,
    double p50,
    double p99,
    double errorShare,
    double growth,
    double stallMillis,
    int cappedPerSecond) {
  private static final double NORMAL_99 = 2.326;
  private static final double MOOD = 0.02;
  private static final double RESEMBLANCE = 0.6;
  private static final double UNREST = 0.04;

  /** A p50 of 60 ms and a p99 of 150 ms. */
  public static MadeRun clean(int seconds, int perSecond) {
    return new MadeRun(seconds, perSecond, 60, 150, 0, 0, 0, 0);
  }

  public MadeRun withP99(double millis) {
    return new MadeRun(
        seconds, perSecond, p50, millis, errorShare, growth, stallMillis, cappedPerSecond);
  }

  public MadeRun withErrors(double share) {
    return new MadeRun(seconds, perSecond, p50, p99, share, growth, stallMillis, cappedPerSecond);
  }

  public MadeRun withGrowth(double aSecond) {
    return new MadeRun(
        seconds, perSecond, p50, p99, errorShare, aSecond, stallMillis, cappedPerSecond);
  }

  public MadeRun withStall(double millis) {
    return new MadeRun(seconds, perSecond, p50, p99, errorShare, growth, millis, cappedPerSecond);
  }

  public MadeRun cappedAt(int requestsASecond) {
    return new MadeRun(
        seconds, perSecond, p50, p99, errorShare, growth, stallMillis, requestsASecond);
  }

  /** The run's seconds, of one of its many courses. */
  public List<Second> timeline(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double mood = MOOD * random.nextGaussian();
    double unrest = 0;
    double free = 0;
    double stallFrom = 1_000.0 * (seconds / 2) + random.nextInt(1_000);
    List<Second> timeline = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      unrest = RESEMBLANCE * unrest + UNREST * random.nextGaussian();
      IntCountsHistogram micros = new IntCountsHistogram(2);
      long errors = 0;
      for (int i = 0; i < perSecond; i++) {
        double due = 1_000.0 * second + 1_000.0 * i / perSecond;
        double took =
            p50
                * (1 + growth * due / 1_000)
                * Math.exp(mood + unrest + Math.log(p99 / p50) / NORMAL_99 * random.nextGaussian());
        if (due >= stallFrom && due < stallFrom + stallMillis) {
          took += stallFrom + stallMillis - due;
        }
        if (cappedPerSecond > 0) {
          double starts = Math.max(due, free);
          free = starts + 1_000.0 / cappedPerSecond;
          took += starts - due;
        }
        errors += random.nextDouble() < errorShare ? 1 : 0;
        micros.recordValue((long) (1_000 * took));
      }
      timeline.add(
          new Second(
              second,
              perSecond,
              perSecond,
              errors,
              0,
              micros.getValueAtPercentile(50) / 1_000.0,
              micros.getValueAtPercentile(99) / 1_000.0,
              encoded(micros)));
    }
    return timeline;
  }

  private static String encoded(IntCountsHistogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }
}
