package dev.rollcall.fake.world;

/** Finds ids by value, without an object for any of them. Holds no two alike. */
final class IdIndex {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Ids ids;
  // One more than the number of the id that is found there.
  private final int[] slots;
  private final int shift;

  /**
   * @param ids which may grow, up to {@code most}
   */
  IdIndex(Ids ids, int most) {
    this.ids = ids;
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, most));
    this.slots = new int[1 << bits];
    this.shift = Long.SIZE - bits;
  }

  /** The number of an id; negative when it is not here. */
  int find(long high, long low) {
    return slots[slot(high, low)] - 1;
  }

  /** Has an id that was not here before, by that number. */
  void add(int number) {
    slots[slot(ids.high(number), ids.low(number))] = number + 1;
  }

  private int slot(long high, long low) {
    int slot = home(high, low);
    while (slots[slot] != 0 && !ids.is(slots[slot] - 1, high, low)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private int home(long high, long low) {
    return (int) ((high ^ Long.rotateLeft(low, 32)) * MIX >>> shift);
  }
}
