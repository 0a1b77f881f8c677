package dev.rollcall.load.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Ranks from 0, of which the k-th is drawn as often as 1 / (k + 1) to the exponent. */
final class ZipfRanks {
  // Where nearly all ranks are wanted, the last ones would be drawn for ever.
  private static final int DRAWS_FOR_EACH = 20;

  private final double[] cumulative;

  ZipfRanks(int count, double exponent) {
    cumulative = new double[count];
    double sum = 0;
    for (int rank = 0; rank < count; rank++) {
      sum += Math.pow(rank + 1.0, -exponent);
      cumulative[rank] = sum;
    }
  }

  /** So many different ranks. */
  List<Integer> draw(SplittableRandom random, int size) {
    BitSet drawn = new BitSet(cumulative.length);
    List<Integer> ranks = new ArrayList<>(size);
    for (int draws = 0; ranks.size() < size && draws < DRAWS_FOR_EACH * size; draws++) {
      add(ranks, drawn, rank(random.nextDouble() * cumulative[cumulative.length - 1]));
    }
    while (ranks.size() < size) {
      add(ranks, drawn, drawn.nextClearBit(0));
    }
    return ranks;
  }

  private static void add(List<Integer> ranks, BitSet drawn, int rank) {
    if (!drawn.get(rank)) {
      drawn.set(rank);
      ranks.add(rank);
    }
  }

  private int rank(double at) {
    int found = Arrays.binarySearch(cumulative, at);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
