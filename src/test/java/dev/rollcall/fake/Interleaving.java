package dev.rollcall.fake;

import dev.rollcall.fake.InterleavedUser.Known;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Writers and readers of one fake at once, and somebody who moves its clock. Every user has one
 * writer, so that what a read may show is one of the states from the last write that was answered
 * before it began to the last one begun before it ended. What one read has shown, no later read may
 * be behind.
 */
public final class Interleaving {
  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");
  private static final int WRITERS = 3;
  private static final int READERS = 3;
  private static final int USERS_EACH = 4;

  private final long seed;
  private final int writes;
  private final Http http;
  private final List<InterleavedUser> users = new ArrayList<>();
  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  private Interleaving(long seed, int writes, Http http) {
    this.seed = seed;
    this.writes = writes;
    this.http = http;
    for (String id : http.newUsers(WRITERS * USERS_EACH)) {
      users.add(new InterleavedUser(id, writes));
    }
  }

  /**
   * Lets each writer write that often.
   *
   * @return how many presences were read meanwhile
   * @throws AssertionError naming the seed if a write was lost or a read showed what it may not
   */
  public static long run(long seed, int writes) throws InterruptedException {
    return run(seed, writes, sound -> {});
  }

  /** The same with a fake that is broken before. */
  static long run(long seed, int writes, Consumer<FakeControl> breaking)
      throws InterruptedException {
    FakeOptions options = FakeOptions.defaults().withClock(InstantSource.fixed(NOW));
    try (PresenceFake fake = PresenceFake.start(options)) {
      breaking.accept(fake.control());
      return new Interleaving(seed, writes, Http.to(fake.baseUrl())).run();
    }
  }

  private long run() throws InterruptedException {
    List<Callable<Long>> tasks = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < WRITERS; i++) {
      List<InterleavedUser> own = users.subList(i * USERS_EACH, (i + 1) * USERS_EACH);
      SplittableRandom mine = random.split();
      tasks.add(() -> write(own, mine));
    }
    for (int i = 0; i < READERS; i++) {
      SplittableRandom mine = random.split();
      tasks.add(() -> read(mine));
    }
    tasks.add(this::moveClock);
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      readAll();
      long reads = 0;
      for (Future<Long> task : threads.invokeAll(tasks)) {
        reads += task.get();
      }
      readAll();
      return reads;
    } catch (ExecutionException e) {
      throw found(e.getCause());
    } catch (AssertionError e) {
      throw found(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private AssertionError found(Throwable cause) {
    return new AssertionError("with -Dinterleaving.seed=" + seed, cause);
  }

  /** Before and after all writes a read may show one state only. */
  private void readAll() {
    oneByOne();
    together();
  }

  private long write(List<InterleavedUser> own, SplittableRandom random) {
    try {
      for (int i = 0; i < writes; i++) {
        InterleavedUser user = own.get(random.nextInt(own.size()));
        InterleavedWrite write = InterleavedWrite.any(user.last(), random);
        user.begin(write.after());
        Reply reply = http.post(presence(user) + "/" + write.action(), write.body());
        if (reply.status() != 200) {
          throw new AssertionError(write + " was answered " + reply.text());
        }
        user.end();
      }
      return 0;
    } finally {
      writing.decrementAndGet();
    }
  }

  private long read(SplittableRandom random) {
    long reads = 0;
    while (writing.get() > 0) {
      reads += random.nextInt(3) == 0 ? oneByOne() : together();
    }
    return reads;
  }

  private int together() {
    List<Known> before = users.stream().map(InterleavedUser::known).toList();
    String ids = String.join("\",\"", users.stream().map(InterleavedUser::id).toList());
    Reply reply = http.post(Paths.BATCH, "{\"ids\":[\"" + ids + "\"]}");
    List<JsonNode> shown = reply.json().path("value").valueStream().toList();
    if (shown.size() != users.size()) {
      throw new AssertionError(users.size() + " users were asked for, not " + reply.text());
    }
    for (int i = 0; i < users.size(); i++) {
      users.get(i).judge(shown.get(i), before.get(i));
    }
    return users.size();
  }

  private int oneByOne() {
    for (InterleavedUser user : users) {
      Known before = user.known();
      user.judge(http.get(presence(user)).json(), before);
    }
    return users.size();
  }

  private static String presence(InterleavedUser user) {
    return "/v1.0/users/" + user.id() + "/presence";
  }

  /** In all by less than the shortest life that anything was given. */
  private long moveClock() {
    for (int i = 0; i < 100 && writing.get() > 0; i++) {
      http.admin("POST", "clock", "{\"advance\": \"PT1S\"}");
    }
    return 0;
  }
}
