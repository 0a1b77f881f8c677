package dev.rollcall.fake.world;

import java.util.Arrays;
import java.util.UUID;

/** Ids in their order, two halves each: a world can have a million of them. */
final class Ids {
  private long[] halves;
  private int size;

  /**
   * @param expected about how many there will be
   */
  Ids(int expected) {
    halves = new long[2 * expected];
  }

  int size() {
    return size;
  }

  void add(long high, long low) {
    if (2 * size == halves.length) {
      halves = Arrays.copyOf(halves, Math.max(16, 2 * halves.length));
    }
    halves[2 * size] = high;
    halves[2 * size + 1] = low;
    size++;
  }

  void add(UUID id) {
    add(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  long high(int number) {
    return halves[2 * number];
  }

  long low(int number) {
    return halves[2 * number + 1];
  }

  boolean is(int number, long high, long low) {
    return halves[2 * number] == high && halves[2 * number + 1] == low;
  }

  UUID id(int number) {
    return new UUID(high(number), low(number));
  }
}
