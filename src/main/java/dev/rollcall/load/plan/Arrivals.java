package dev.rollcall.load.plan;

import java.util.Arrays;

/**
 * How many requests leave in each second, at even distances within it, and for whom.
 *
 * <p>Each request has a key, on which alone depends what it asks for: its number in the whole plan,
 * or the number of the client that asks again and again.
 */
final class Arrivals {
  private static final long SECOND = 1_000_000_000;

  private final long[] first;
  private final int[] clients;
  private final Shard shard;

  private Arrivals(long[] first, int[] clients, Shard shard) {
    this.first = first;
    this.clients = clients;
    this.shard = shard;
  }

  /**
   * @param first number of the first request of each second, and how many there are in all
   */
  static Arrivals counted(long[] first) {
    return new Arrivals(first, new int[0], Shard.WHOLE);
  }

  /**
   * @param clients by number of the request
   */
  static Arrivals ofClients(long[] first, int[] clients) {
    return new Arrivals(first, clients, Shard.WHOLE);
  }

  /** The part of one machine: every so many-th request, or those of every so many-th client. */
  Arrivals part(Shard of) {
    if (of.isWhole()) {
      return this;
    }
    long[] part = new long[first.length];
    if (clients.length == 0) {
      for (int second = 0; second < first.length; second++) {
        part[second] = of.before(first[second]);
      }
      return new Arrivals(part, clients, of);
    }
    for (int second = 1; second < first.length; second++) {
      part[second] = part[second - 1];
      for (long index = first[second - 1]; index < first[second]; index++) {
        part[second] += of.has(clients[(int) index]) ? 1 : 0;
      }
    }
    return new Arrivals(part, Arrays.stream(clients).filter(of::has).toArray(), of);
  }

  long all() {
    return first[first.length - 1];
  }

  long firstOf(int second) {
    return first[second];
  }

  int secondOf(long index) {
    int low = 0;
    int high = first.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (first[middle] <= index) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long offsetNanos(long index) {
    int second = secondOf(index);
    long begin = first[second];
    return second * SECOND + SECOND * (index - begin) / (first[second + 1] - begin);
  }

  long key(long index) {
    return clients.length > 0 ? clients[(int) index] : shard.wholesNumber(index);
  }
}
