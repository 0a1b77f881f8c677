package dev.rollcall.fake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Everybody between two resets: those who were there first, and those who came and went. */
final class People {
  private final Map<UUID, User> users = new ConcurrentHashMap<>();
  private final List<UUID> first;
  private final NavigableMap<Integer, UUID> later = new ConcurrentSkipListMap<>();
  private final AtomicInteger numbers;

  People(List<User> first) {
    this.first = first.stream().map(User::id).toList();
    first.forEach(user -> users.put(user.id(), user));
    this.numbers = new AtomicInteger(first.size());
  }

  /** A number that nobody has. */
  int number() {
    return numbers.getAndIncrement();
  }

  Optional<User> find(UUID id) {
    return Optional.ofNullable(users.get(id));
  }

  int count() {
    return users.size();
  }

  void add(User user) {
    users.put(user.id(), user);
    later.put(user.number(), user.id());
  }

  void remove(Collection<UUID> ids) {
    for (UUID id : ids) {
      User gone = users.remove(id);
      if (gone != null) {
        later.remove(gone.number());
      }
    }
  }

  /** The first ones first; costs no more than what is taken of it. */
  Stream<User> all() {
    return Stream.concat(
        // One who went and came again is among the later ones.
        first.stream()
            .flatMap(id -> find(id).stream())
            .filter(user -> user.number() < first.size()),
        later.values().stream().flatMap(id -> find(id).stream()));
  }
}
