package dev.rollcall.fake.world;

import java.util.BitSet;

/** Finds the ids of a request that came before in it: hardly any, and so one bit clears most. */
final class Repeats {
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private Repeats() {}

  /** Which of them, by their numbers in the request. */
  static BitSet in(RequestedIds ids) {
    // 64 bits and more for each id, so that few share one.
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(ids.size());
    int shift = Long.SIZE - 6 - bits;
    long[] marks = new long[1 << bits];
    BitSet repeated = new BitSet();
    for (int i = 0; i < ids.size(); i++) {
      int place = ids.place(i);
      long key = place < 0 ? ids.low(i) : place;
      int bit = (int) (key * MIX >>> shift);
      long mark = 1L << bit;
      long marked = marks[bit >>> 6];
      marks[bit >>> 6] = marked | mark;
      if ((marked & mark) != 0 && came(ids, i)) {
        repeated.set(i);
      }
    }
    return repeated;
  }

  private static boolean came(RequestedIds ids, int number) {
    for (int i = 0; i < number; i++) {
      if (ids.areSame(i, number)) {
        return true;
      }
    }
    return false;
  }
}
