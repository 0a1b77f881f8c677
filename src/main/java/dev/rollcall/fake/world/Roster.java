package dev.rollcall.fake.world;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The users that a fake starts with, in order. The first is whom a token means that names nobody,
 * the first five are named. There are at least one, no two alike.
 */
public interface Roster {
  /** How many start with nothing, so that what is written to them is what they show. */
  int NAMED = 5;

  int size();

  UUID id(int number);

  /** The place of a user; negative when it is none of these. */
  int number(long high, long low);

  default boolean isNamed(int number) {
    return number < NAMED;
  }

  default List<UUID> named() {
    return IntStream.range(0, Math.min(size(), NAMED)).mapToObj(this::id).toList();
  }
}
