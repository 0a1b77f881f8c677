package dev.rollcall.fake;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;

/** Ids in their order, two halves each: a request names 650 of them, a world has a million. */
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

  boolean isEmpty() {
    return size == 0;
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

  /** Those of them that are wanted. */
  Ids only(Predicate<UUID> wanted) {
    Ids some = new Ids(size);
    for (int i = 0; i < size; i++) {
      if (wanted.test(id(i))) {
        some.add(high(i), low(i));
      }
    }
    return some;
  }
}
