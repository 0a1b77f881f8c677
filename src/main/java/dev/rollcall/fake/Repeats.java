package dev.rollcall.fake;

/** Tells which ids of a request came before in it: hardly any, and so one bit says it of most. */
final class Repeats {
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final RequestedIds ids;
  private final long[] marks;
  private final int shift;

  Repeats(RequestedIds ids) {
    this.ids = ids;
    // 64 bits and more for each id, so that few share one.
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(ids.size());
    this.marks = new long[1 << bits];
    this.shift = Long.SIZE - 6 - bits;
  }

  /** Whether an id came before; to be asked once of each, in their order. */
  boolean isRepeated(int number) {
    int place = ids.place(number);
    long key = place < 0 ? ids.low(number) : place;
    int bit = (int) (key * MIX >>> shift);
    long mark = 1L << bit;
    long marked = marks[bit >>> 6];
    marks[bit >>> 6] = marked | mark;
    return (marked & mark) != 0 && came(number);
  }

  private boolean came(int number) {
    for (int i = 0; i < number; i++) {
      if (ids.areSame(i, number)) {
        return true;
      }
    }
    return false;
  }
}
