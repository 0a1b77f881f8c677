package dev.rollcall.load.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Clients that each ask for the same users again and again. Each begins somewhere within the
 * interval and asks again after the interval, give or take the jitter, answered or not.
 */
record Polling(int clients, Duration interval, Duration jitter, int seconds) implements Shape {
  private static final long SEED = 20_261_126;
  private static final double NANOS = 1e9;

  // Moment and client as one number, in which millions are sorted at once.
  private static final int CLIENT_BITS = 26;
  private static final int MICROS = 1_000_000;

  @Override
  public double peak() {
    return clients / (interval.toNanos() / NANOS);
  }

  @Override
  public Polling peakingAt(double rate) {
    long needed = Math.round(rate * interval.toNanos() / NANOS);
    return new Polling((int) Math.max(1, needed), interval, jitter, seconds);
  }

  @Override
  public Polling lasting(int other) {
    return new Polling(clients, interval, jitter, other);
  }

  @Override
  public Arrivals arrivals(int warmUpSeconds) {
    int all = warmUpSeconds + seconds;
    double every = interval.toNanos() / NANOS;
    double width = jitter.toNanos() / NANOS;
    LongStream.Builder builder = LongStream.builder();
    for (int client = 0; client < clients; client++) {
      var random = new SplittableRandom(SEED + client);
      double next = random.nextDouble() * every;
      while (next < all) {
        builder.add((long) (next * MICROS) << CLIENT_BITS | client);
        next += every + (2 * random.nextDouble() - 1) * width;
      }
    }
    long[] asks = builder.build().sorted().toArray();
    long[] first = new long[all + 1];
    for (long ask : asks) {
      first[(int) ((ask >> CLIENT_BITS) / MICROS) + 1]++;
    }
    for (int second = 0; second < all; second++) {
      first[second + 1] += first[second];
    }
    return Arrivals.ofClients(first, Arrays.stream(asks).mapToInt(Polling::client).toArray());
  }

  private static int client(long ask) {
    return (int) (ask & (1L << CLIENT_BITS) - 1);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%,d clients, each every %s s give or take %s s, for %d s",
        clients,
        LoadPlan.plain(interval.toNanos() / NANOS),
        LoadPlan.plain(jitter.toNanos() / NANOS),
        seconds);
  }
}
