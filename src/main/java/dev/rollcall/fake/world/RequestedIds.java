package dev.rollcall.fake.world;

import dev.rollcall.fake.call.Guid;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The ids that a request names, in its order. They stay where they stand in its text: decoded, 650
 * of them would be memory of their own for each request.
 */
public final class RequestedIds {
  private final byte[] text;
  private final int[] starts;
  private final int[] places;
  private int size;

  /**
   * @param text in ASCII
   * @param most how many there may be
   */
  public RequestedIds(byte[] text, int most) {
    this.text = text;
    this.starts = new int[most];
    this.places = new int[most];
  }

  /** Those of a request whose text is not plain. */
  public static RequestedIds of(List<UUID> ids, Roster roster) {
    byte[] text = new byte[ids.size() * Guid.LENGTH];
    RequestedIds requested = new RequestedIds(text, ids.size());
    for (UUID id : ids) {
      long high = id.getMostSignificantBits();
      long low = id.getLeastSignificantBits();
      int start = requested.size * Guid.LENGTH;
      Guid.write(high, low, text, start);
      requested.add(start, roster.number(high, low));
    }
    return requested;
  }

  /**
   * Adds one.
   *
   * @param start where it stands, in either letter case
   * @param place on the roster, or negative
   */
  public void add(int start, int place) {
    starts[size] = start;
    places[size] = place;
    size++;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The place on the roster; negative when it is none. */
  public int place(int number) {
    return places[number];
  }

  public long high(int number) {
    return Guid.high(text, starts[number]);
  }

  public long low(int number) {
    return Guid.low(text, starts[number]);
  }

  private UUID id(int number) {
    return new UUID(high(number), low(number));
  }

  boolean areSame(int number, int other) {
    return places[number] == places[other]
        && high(number) == high(other)
        && low(number) == low(other);
  }

  /** Writes one there in lower case. */
  public void write(int number, byte[] into, int at) {
    Guid.copy(text, starts[number], into, at);
  }

  /** Each of them once, where it came first. */
  public RequestedIds distinct() {
    BitSet repeated = Repeats.in(this);
    return repeated.isEmpty() ? this : those(number -> !repeated.get(number));
  }

  /** Those of them that are wanted. */
  public RequestedIds only(Predicate<UUID> wanted) {
    return those(number -> wanted.test(id(number)));
  }

  private RequestedIds those(IntPredicate wanted) {
    RequestedIds some = new RequestedIds(text, size);
    for (int i = 0; i < size; i++) {
      if (wanted.test(i)) {
        some.add(starts[i], places[i]);
      }
    }
    return some;
  }
}
