package dev.rollcall.fake;

import dev.rollcall.presence.Presence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody there is, and the time they live in. */
final class World {
  private final Roster roster;
  private final FakeClock clock;
  private final Settling settling;
  private final boolean workLocation;
  private final User stranger;
  private volatile People people;
  private volatile User lastWritten;

  /**
   * @param workLocation whether reads say where people work, also while nobody said so
   */
  World(Roster roster, FakeClock clock, Settling settling, boolean workLocation) {
    this.roster = roster;
    this.clock = clock;
    this.settling = settling;
    this.workLocation = workLocation;
    this.stranger = user(new UUID(0, 0), -1, Presence.nothing(clock.instant()));
    this.lastWritten = stranger;
    this.people = started();
  }

  private People started() {
    return new People(roster, this::user, clock.instant(), stranger);
  }

  private User user(UUID id, int number, Presence facts) {
    return new User(id, number, workLocation ? facts.locatable() : facts, settling);
  }

  FakeClock clock() {
    return clock;
  }

  Settling settling() {
    return settling;
  }

  /** Whom a token means that names nobody. */
  UUID me() {
    return roster.id(0);
  }

  List<UUID> named() {
    return roster.named();
  }

  Optional<User> find(UUID id) {
    return Optional.ofNullable(find(id.getMostSignificantBits(), id.getLeastSignificantBits()));
  }

  /** The user of that id; null when it is nobody's. */
  @Nullable User find(long high, long low) {
    return people.find(high, low);
  }

  /** Somebody who is not in this world and of whom nothing was ever said. */
  User stranger() {
    return stranger;
  }

  void wrote(User user) {
    lastWritten = user;
  }

  /** Whoever was written to last; a stranger when nobody was. */
  User lastWritten() {
    return lastWritten;
  }

  /** The one who came after a user, after the last one the first. */
  User next(User user) {
    List<UUID> all = ids();
    UUID id = all.get((all.indexOf(user.id()) + 1) % all.size());
    return find(id).orElse(user);
  }

  /** Every id, the first ones first. */
  List<UUID> ids() {
    return people.ids();
  }

  /** Adds people of whom nothing is said. */
  List<UUID> create(int count) {
    Instant now = clock.instant();
    // Their ids begin alike, so that whoever takes a part of an id for the whole is found out.
    long beginning = UUID.randomUUID().getMostSignificantBits();
    return Stream.generate(() -> new UUID(beginning, UUID.randomUUID().getLeastSignificantBits()))
        .limit(count)
        .peek(id -> people.add(id, Presence.nothing(now)))
        .toList();
  }

  void remove(Collection<UUID> ids) {
    ids.forEach(people::remove);
  }

  /** Everybody as at the start; the clock stays where it is. */
  void reset() {
    settling.reset();
    lastWritten = stranger;
    people = started();
  }
}
