package dev.rollcall.fake.world;

import java.util.UUID;

/**
 * As many users as wanted, whose ids are made from their numbers and tell them again: a table of a
 * million ids would be asked 650 times for one answer, and be in no cache.
 */
public record SeededRoster(int size) implements Roster {
  // The version and the variant of a random id stand where they have to.
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = Long.MIN_VALUE;
  private static final long FREE_OF_HIGH = ~0xF000L;
  private static final long FREE_OF_LOW = -1L >>> 2;

  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
  private static final long UNDO_FACTOR = inverse(FACTOR);
  private static final int HALF_OF_FREE = 31;

  // The five named ids differ in one figure of each half.
  private static final long NAMED_HIGH = 0x5e1f_0000_0a11_4c0dL;
  private static final long NAMED_LOW = 0x8e55_0000_0000_0000L;

  @Override
  public UUID id(int number) {
    return new UUID(high(number), low(number));
  }

  @Override
  public int number(long high, long low) {
    long named = low - NAMED_LOW - 1;
    boolean isNamed = named >= 0 && named < NAMED;
    long number = isNamed ? named : unmixed(low & FREE_OF_LOW);
    // Any low half is that of a number, if only its variant is right.
    boolean there = isNamed || number >= NAMED && (low & ~FREE_OF_LOW) == VARIANT;
    return there && number < size && high(number) == high ? (int) number : -1;
  }

  private static long high(long number) {
    return number < NAMED ? NAMED_HIGH | number + 1 << 32 : hash(number) & FREE_OF_HIGH | VERSION_4;
  }

  private static long low(long number) {
    return number < NAMED ? NAMED_LOW | number + 1 : mixed(number) | VARIANT;
  }

  /** A number of 62 bits that looks like any other; no two become the same. */
  private static long mixed(long number) {
    long mixed = number * FACTOR & FREE_OF_LOW;
    mixed ^= mixed >>> HALF_OF_FREE;
    mixed = mixed * FACTOR & FREE_OF_LOW;
    return mixed ^ mixed >>> HALF_OF_FREE;
  }

  /** What became that number. */
  private static long unmixed(long mixed) {
    long number = mixed ^ mixed >>> HALF_OF_FREE;
    number = number * UNDO_FACTOR & FREE_OF_LOW;
    number ^= number >>> HALF_OF_FREE;
    return number * UNDO_FACTOR & FREE_OF_LOW;
  }

  private static long hash(long number) {
    long hash = (number + 1) * FACTOR;
    hash = (hash ^ hash >>> 32) * FACTOR;
    return hash ^ hash >>> 29;
  }

  /** What a product has to be multiplied by to be what it was; each step doubles the right bits. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int bits = 3; bits < Long.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
