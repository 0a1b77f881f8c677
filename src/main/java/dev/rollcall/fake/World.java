package dev.rollcall.fake;

import dev.rollcall.presence.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** All users of the fake, by id in any letter case. Users may come and go; the named ones stay. */
final class World {
  private final Seed seed;
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Map<Long, String> inOrder = new ConcurrentSkipListMap<>();
  private final AtomicLong next = new AtomicLong();

  World(Seed seed, Instant now) {
    this.seed = seed;
    reset(now);
  }

  /** As at the start, with presences that begin now. */
  void reset(Instant now) {
    accounts.clear();
    inOrder.clear();
    seed.accounts(now).forEach(this::add);
  }

  Optional<Account> account(String id) {
    Account exact = accounts.get(id);
    return Optional.ofNullable(exact == null ? accounts.get(id.toLowerCase(Locale.ROOT)) : exact);
  }

  /** The user whom {@code /me} is. */
  Account me() {
    return accounts.get(seed.named().get(0));
  }

  List<String> named() {
    return seed.named();
  }

  List<String> ids() {
    return List.copyOf(inOrder.values());
  }

  /** Some user other than this one. */
  Account anotherThan(Account account) {
    return seed.named().stream()
        .filter(id -> !id.equals(account.id()))
        .map(accounts::get)
        .findFirst()
        .orElse(account);
  }

  /** Makes users of whom nothing is known yet. */
  List<String> make(int count, Instant now) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var account = new Account(UUID.randomUUID().toString(), Facts.unknown(now));
      add(account);
      ids.add(account.id());
    }
    return ids;
  }

  /**
   * @throws IllegalArgumentException if one of them is a named user
   */
  void remove(Collection<String> ids) {
    for (String id : ids) {
      if (seed.named().contains(id.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "user " + id + " is a named one and stays; leave it out");
      }
    }
    ids.forEach(id -> accounts.remove(id.toLowerCase(Locale.ROOT)));
    inOrder.values().removeIf(id -> !accounts.containsKey(id));
  }

  private void add(Account account) {
    accounts.put(account.id(), account);
    inOrder.put(next.getAndIncrement(), account.id());
  }
}
