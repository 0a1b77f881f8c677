package dev.rollcall.fake.world;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody since a start, a reset or a restore. Of those on the roster only who was asked for is
 * kept; all others are what their ids make them.
 */
final class People {
  private final Roster roster;
  private final World world;
  private final Beginning beginning;
  private final AtomicInteger numbers;
  private final AtomicReferenceArray<@Nullable User> met;
  private final Map<UUID, User> added = new ConcurrentHashMap<>();
  private final User gone;

  /**
   * @param gone stands where somebody of the roster was removed
   */
  People(Roster roster, World world, Beginning beginning, User gone) {
    this.roster = roster;
    this.world = world;
    this.beginning = beginning;
    this.gone = gone;
    this.numbers = new AtomicInteger(roster.size());
    this.met = new AtomicReferenceArray<>(roster.size());
  }

  /** These and nobody else. */
  static People of(List<User> users, Roster roster, World world, Beginning beginning, User gone) {
    People people = new People(roster, world, beginning, gone);
    IntStream.range(0, roster.size()).forEach(number -> people.met.set(number, gone));
    users.forEach(people::put);
    people.numbers.addAndGet(users.size());
    return people;
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
    User fresh = fresh(number);
    User first = met.compareAndExchange(number, null, fresh);
    return first == null ? fresh : first;
  }

  private User fresh(int number) {
    UUID id = roster.id(number);
    return world.user(id, number, world.atFirst(id, roster.isNamed(number), beginning));
  }

  /** The number of somebody who is about to be added: on the roster that of the place there. */
  int number(UUID id) {
    int number = place(id);
    return number < 0 ? numbers.getAndIncrement() : number;
  }

  private int place(UUID id) {
    return roster.number(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  void put(User user) {
    int place = place(user.id());
    if (place < 0) {
      added.put(user.id(), user);
    } else {
      met.set(place, user);
      world.board().forget(place);
    }
  }

  void remove(UUID id) {
    int place = place(id);
    if (place < 0) {
      added.remove(id);
    } else {
      met.set(place, gone);
      world.board().forget(place);
    }
  }

  int count() {
    return (int) present().count() + added.size();
  }

  /** Every id, those of the roster first. */
  Stream<UUID> ids() {
    return Stream.concat(present().mapToObj(roster::id), later().map(User::id));
  }

  /** Everybody, in the same order; keeps nobody, and costs no more than what is taken of it. */
  Stream<User> all() {
    return Stream.concat(
        present()
            .mapToObj(number -> Optional.ofNullable(met.get(number)).orElseGet(() -> fresh(number)))
            .filter(user -> user != gone),
        later());
  }

  private IntStream present() {
    return IntStream.range(0, roster.size()).filter(number -> met.get(number) != gone);
  }

  private Stream<User> later() {
    return added.values().stream().sorted(Comparator.comparingInt(User::number));
  }
}
