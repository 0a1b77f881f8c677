package dev.rollcall.fake.world;

import dev.rollcall.presence.HoldSession;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody there is, and the time they live in. */
public final class World {
  /** The session of the control plane. */
  public static final String CONTROLS = "control plane";

  private final Roster roster;
  private final FakeClock clock;
  private final Settling settling;
  private final boolean workLocation;
  private final User stranger;
  private final Board board;
  private volatile People people;
  private final StampsGiven stamps = new StampsGiven();
  private volatile Beginning beginning;
  private volatile User lastWritten;

  /**
   * @param workLocation whether reads say where people work, also while nobody said so
   */
  public World(Roster roster, FakeClock clock, Settling settling, boolean workLocation) {
    this.roster = roster;
    this.clock = clock;
    this.settling = settling;
    this.workLocation = workLocation;
    this.board = new Board(roster.size(), clock.instant());
    this.stranger = new User(new UUID(0, 0), -1, nothing(clock.instant()), settling, board);
    this.lastWritten = stranger;
    this.beginning = new Beginning(clock.instant(), 0);
    this.people = started();
  }

  private People started() {
    return new People(roster, this, beginning, stranger);
  }

  /** What is said at first of somebody who was there from the start. */
  public Presence atFirst(UUID id, boolean named, Beginning then) {
    // The named ones start with nothing, so that what is written to them is what they show.
    return then.raised(
        named ? nothing(then.since()) : located(SeededPresences.of(id, then.since())));
  }

  public User user(UUID id, int number, Presence facts) {
    return new User(id, number, facts, settling, board);
  }

  private Presence nothing(Instant now) {
    return located(Presence.nothing(now));
  }

  private Presence located(Presence facts) {
    return workLocation ? facts.locatable() : facts;
  }

  public FakeClock clock() {
    return clock;
  }

  public Settling settling() {
    return settling;
  }

  /** Whom a token means that names nobody. */
  public UUID me() {
    return roster.id(0);
  }

  public List<UUID> named() {
    return roster.named();
  }

  public Optional<User> find(UUID id) {
    return Optional.ofNullable(find(id.getMostSignificantBits(), id.getLeastSignificantBits()));
  }

  /** The user of that id; null when it is nobody's. */
  public @Nullable User find(long high, long low) {
    return people.find(high, low);
  }

  public Roster roster() {
    return roster;
  }

  public Board board() {
    return board;
  }

  /** Somebody who is not in this world and of whom nothing was ever said. */
  public User stranger() {
    return stranger;
  }

  public void wrote(User user) {
    lastWritten = user;
    stamped(user);
  }

  /** To be told of whatever may have given somebody a new stamp. */
  public void stamped(User user) {
    stamps.wrote(user.facts());
  }

  /** Whoever was written to last; a stranger when nobody was. */
  public User lastWritten() {
    return lastWritten;
  }

  /** The one who came after a user, after the last one the first. */
  public User next(User user) {
    List<UUID> all = ids();
    UUID id = all.get((all.indexOf(user.id()) + 1) % all.size());
    return find(id).orElse(user);
  }

  /** Every id, the first ones first. */
  public List<UUID> ids() {
    return people.ids().toList();
  }

  /** Everybody, the first ones first, as a stream that costs no more than what is taken of it. */
  public Stream<User> all() {
    return people.all();
  }

  public int count() {
    return people.count();
  }

  public Beginning beginning() {
    return beginning;
  }

  /**
   * What would hold for a world that began now in the place of this one.
   *
   * @param since when those began who were there first
   */
  public Beginning anew(Instant since) {
    return new Beginning(since, stamps.ceiling(clock.instant()));
  }

  /**
   * The number of somebody who is brought back.
   *
   * @param turn how many were brought back before
   */
  public int number(UUID id, int turn) {
    int place = roster.number(id.getMostSignificantBits(), id.getLeastSignificantBits());
    return place < 0 ? roster.size() + turn : place;
  }

  /** Adds people of whom nothing is said. */
  public List<UUID> create(int count) {
    // Their ids begin alike, so that whoever takes a part of an id for the whole is found out.
    long beginning = UUID.randomUUID().getMostSignificantBits();
    return create(
        Stream.generate(() -> new UUID(beginning, UUID.randomUUID().getLeastSignificantBits()))
            .limit(count)
            .map(Newcomer::of)
            .toList());
  }

  /**
   * Adds people.
   *
   * @throws IllegalArgumentException if one of them is there already; then nobody is added
   */
  public synchronized List<UUID> create(List<Newcomer> newcomers) {
    People there = people;
    Set<UUID> ids = new LinkedHashSet<>();
    for (Newcomer each : newcomers) {
      if (find(each.id()).isPresent() || !ids.add(each.id())) {
        throw new IllegalArgumentException(
            "user " + each.id() + " is there already; give each user another id");
      }
    }
    newcomers.forEach(each -> there.put(born(each, there.number(each.id()))));
    return List.copyOf(ids);
  }

  private User born(Newcomer newcomer, int number) {
    User user = user(newcomer.id(), number, nothing(clock.instant()));
    newcomer.displayName().ifPresent(user::call);
    newcomer
        .pair()
        .ifPresent(
            pair ->
                user.write(
                    new HoldSession(CONTROLS, pair, Optional.empty()), Rules.documented(), clock));
    stamped(user);
    return user;
  }

  public void remove(Collection<UUID> ids) {
    ids.forEach(people::remove);
  }

  /** Everybody as at the start; the clock goes on from where it is. */
  public synchronized void reset() {
    settling.reset();
    clock.freeze(false);
    beginning = anew(clock.instant());
    lastWritten = stranger;
    people = started();
    board.forgetAll();
  }

  /**
   * Puts other people in the place of everybody.
   *
   * @param then from {@link #anew}, and what the users were raised to
   */
  public synchronized void populate(List<User> users, Beginning then) {
    users.forEach(this::stamped);
    beginning = then;
    lastWritten = stranger;
    people = People.of(users, roster, this, then, stranger);
    board.forgetAll();
  }
}
