package dev.rollcall.fake.world;

import dev.rollcall.presence.Rules;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What everybody on the roster shows by the documented rules, eight bytes each: 650 of them are
 * looked at for one answer, in no order, and so nearly all stand in the processor's cache.
 *
 * <p>An entry is a stencil, a stamp, and until when they surely hold; or nothing is known, and a
 * number says since which change. An entry is put only where nothing changed since before the facts
 * were read, so that no read shows what a write before it has replaced.
 */
public final class Board {
  private static final int SECONDS_EACH = 64;
  // From the left: 10 bits of the stencil, 34 of the stamp, 20 of the time; two years of it.
  private static final int TIME_BITS = 20;
  private static final int STAMP_BITS = 34;
  private static final long LATEST = (1L << TIME_BITS) - 1;
  private static final long STAMP = (1L << STAMP_BITS) - 1;
  private static final int STENCIL_AT = TIME_BITS + STAMP_BITS;

  /** No entry: it has to be found out. */
  public static final long UNKNOWN = 0;

  private final AtomicLongArray entries;
  private final AtomicInteger changes = new AtomicInteger();
  private final long origin;

  /**
   * @param start about when it is first looked at
   */
  Board(int size, Instant start) {
    this.entries = new AtomicLongArray(size);
    this.origin = start.getEpochSecond();
  }

  /** Whether it knows what these rules make of the facts. */
  public static boolean isOf(Rules rules) {
    return rules == Rules.documented();
  }

  /** What each of them shows, or {@link #UNKNOWN}. */
  public long[] at(RequestedIds ids, Instant now) {
    long time = Math.max(0, Math.floorDiv(now.getEpochSecond() - origin, SECONDS_EACH));
    long[] found = new long[ids.size()];
    // By itself, so that the processor asks memory for many at once instead of waiting for each.
    for (int i = 0; i < found.length; i++) {
      found[i] = at(ids.place(i), time);
    }
    return found;
  }

  private long at(int number, long time) {
    if (number < 0) {
      return UNKNOWN;
    }
    long entry = entries.get(number);
    return stencil(entry) != Stencil.OWN && (entry & LATEST) > time ? entry : UNKNOWN;
  }

  public static int stencil(long entry) {
    return (int) (entry >>> STENCIL_AT);
  }

  public static long stamp(long entry) {
    return entry >>> TIME_BITS & STAMP;
  }

  /** To be asked before the facts are, and shown again at {@link #put}. */
  public long change(int number) {
    if (number < 0) {
      return UNKNOWN;
    }
    long entry = entries.get(number);
    if (stencil(entry) == Stencil.OWN) {
      return entry;
    }
    long change = nextChange();
    return entries.compareAndSet(number, entry, change) ? change : nextChange();
  }

  /** Puts what somebody shows there, unless something changed since. */
  public void put(int number, long change, Item item) {
    long until =
        Math.min(LATEST, Math.floorDiv(item.until().getEpochSecond() - origin, SECONDS_EACH));
    if (number >= 0 && item.stencil().index() != Stencil.OWN && until > 0) {
      long entry = (long) item.stencil().index() << STENCIL_AT | item.stamp() << TIME_BITS | until;
      entries.compareAndSet(number, change, entry);
    }
  }

  /** Facts changed. */
  void forget(int number) {
    if (number >= 0 && number < entries.length()) {
      entries.set(number, nextChange());
    }
  }

  /** Everybody's did. */
  void forgetAll() {
    for (int i = 0; i < entries.length(); i++) {
      forget(i);
    }
  }

  private long nextChange() {
    return Integer.toUnsignedLong(changes.incrementAndGet());
  }
}
