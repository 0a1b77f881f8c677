package dev.rollcall.fake;

import dev.rollcall.presence.Presence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody since a start or a reset. Of those on the roster only who was asked for is kept; all
 * others are what their ids make them.
 */
final class People {
  /** Makes a user. */
  interface Maker {
    User user(UUID id, int number, Presence facts);
  }

  private final Roster roster;
  private final Maker maker;
  private final Instant since;
  private final AtomicInteger numbers;
  private final AtomicReferenceArray<@Nullable User> met;
  private final Map<UUID, User> added = new ConcurrentHashMap<>();
  private final User gone;

  /**
   * @param gone stands where somebody of the roster was removed
   */
  People(Roster roster, Maker maker, Instant since, User gone) {
    this.roster = roster;
    this.maker = maker;
    this.since = since;
    this.gone = gone;
    this.numbers = new AtomicInteger(roster.size());
    this.met = new AtomicReferenceArray<>(roster.size());
  }

  /** The user of that id; null when it is nobody's. */
  @Nullable User find(long high, long low) {
    int number = roster.number(high, low);
    if (number < 0) {
      return added.isEmpty() ? null : added.get(new UUID(high, low));
    }
    User known = met.get(number);
    User user = known == null ? meet(number) : known;
    return user == gone ? null : user;
  }

  private User meet(int number) {
    UUID id = roster.id(number);
    // The named ones start with nothing, so that what is written to them is what they show.
    Presence facts =
        roster.isNamed(number) ? Presence.nothing(since) : SeededPresences.of(id, since);
    User fresh = maker.user(id, number, facts);
    User first = met.compareAndExchange(number, null, fresh);
    return first == null ? fresh : first;
  }

  /** Adds somebody who is not on the roster. */
  void add(UUID id, Presence facts) {
    added.put(id, maker.user(id, numbers.getAndIncrement(), facts));
  }

  void remove(UUID id) {
    int number = roster.number(id.getMostSignificantBits(), id.getLeastSignificantBits());
    if (number < 0) {
      added.remove(id);
    } else {
      met.set(number, gone);
    }
  }

  /** Every id, the first ones first. */
  List<UUID> ids() {
    return Stream.concat(
            IntStream.range(0, roster.size())
                .filter(number -> met.get(number) != gone)
                .mapToObj(roster::id),
            added.values().stream().sorted(Comparator.comparingInt(User::number)).map(User::id))
        .toList();
  }
}
