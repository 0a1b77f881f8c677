package dev.rollcall.fake;

import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.SetSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a test needs of a fake: people by their names, what they show, the time, and what was asked.
 * One fixture is one world; others know nothing of it.
 */
public final class PresenceFixture implements AutoCloseable {
  private static final String SESSION = "rollcall-fixture";

  // So long that no test outlives it by moving the clock, unless it means to.
  private static final Duration LIFE = Duration.ofDays(365);

  // What a test says of somebody may be what no program could set, such as a meeting.
  private static final Rules EVERY_PAIR =
      Rules.documented().sessions(rules -> rules.withPairs(Pair.every()).withLongest(LIFE));

  private final AnsweredRequests answered = new AnsweredRequests();
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final PresenceFake fake;

  private PresenceFixture(FakeOptions options) {
    fake = PresenceFake.start(options, answered);
  }

  /**
   * Starts a fake of its own.
   *
   * @throws CannotStart as {@link PresenceFake#start} does
   */
  public static PresenceFixture start(FakeOptions options) {
    return new PresenceFixture(options);
  }

  /** Scheme, host and port, without a path. */
  public String baseUrl() {
    return fake.baseUrl();
  }

  /** The server, such as for its certificate. */
  public PresenceFake fake() {
    return fake;
  }

  /** The id of the signed-in user, who is the caller of every token that names nobody. */
  public String me() {
    return fake.world().me().toString();
  }

  /** The id of somebody by any name, who is there from the first time on that one asks. */
  public String user(String name) {
    return ids.computeIfAbsent(name, unknown -> fake.world().create(1).get(0).toString());
  }

  /**
   * Lets somebody show this, as if a client of theirs had said so; any pair will do. An Available
   * fades after five minutes, as everybody's does.
   */
  public void set(String name, Availability availability, Activity activity) {
    SetSession write =
        new SetSession(
            Optional.of(SESSION),
            Optional.of(availability),
            Optional.of(activity),
            Optional.of(LIFE));
    World world = fake.world();
    User user =
        world
            .find(UUID.fromString(user(name)))
            .orElseThrow(() -> new IllegalStateException(name + " was removed from this world"));
    user.write(write, EVERY_PAIR, world.clock());
    world.stamped(user);
  }

  /** The time of this world. */
  public FakeControl.Clock clock() {
    return fake.control().clock();
  }

  /** The last two hundred requests, the oldest first. */
  public List<AnsweredRequest> requests() {
    return answered.all();
  }

  /**
   * What was wrong with those of these requests, and parts of batches, that were answered 4xx, the
   * oldest first: what was sent, and which path came close or which member was wrong.
   */
  public List<String> refusals() {
    return requests().stream().flatMap(Refusals::of).toList();
  }

  /** Stops listening. Does nothing the second time. */
  @Override
  public void close() {
    fake.close();
  }
}
