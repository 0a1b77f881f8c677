package dev.rollcall.fake;

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
import tools.jackson.databind.JsonNode;

/**
 * Writers and readers of one fake at once, and somebody who moves its clock. Every user has one
 * writer, so that what a read may show is one of the states from the last write that was answered
 * before it began to the last one begun before it ended.
 */
public final class Interleaving {
  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");
  private static final String PROGRAM = "22553876-f5ab-4529-bffb-cfe50aa89f87";
  private static final int WRITERS = 3;
  private static final int READERS = 3;
  private static final int USERS_EACH = 4;

  private final long seed;
  private final int writes;
  private final Http http;
  private final List<Owned> users = new ArrayList<>();
  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  private Interleaving(long seed, int writes, Http http) {
    this.seed = seed;
    this.writes = writes;
    this.http = http;
    for (String id : http.newUsers(WRITERS * USERS_EACH)) {
      users.add(new Owned(id, writes + 1));
    }
  }

  /** A user, what was written to it, and how far that came. */
  private static final class Owned {
    private final String id;
    // Set before the number of those begun says so.
    private final State[] states;
    private volatile int begun;
    private volatile int answered;

    Owned(String id, int most) {
      this.id = id;
      this.states = new State[most];
      this.states[0] = new State("Offline/Offline", "");
    }

    State last() {
      return states[begun];
    }

    void begin(State state) {
      states[begun + 1] = state;
      begun = begun + 1;
    }

    void end() {
      answered = begun;
    }

    /** Whether a read shows a state that it may. */
    boolean allows(State shown, int from, int to) {
      for (int i = from; i <= to; i++) {
        if (states[i].equals(shown)) {
          return true;
        }
      }
      return false;
    }

    String between(int from, int to) {
      return List.of(states).subList(from, to + 1).toString();
    }
  }

  private record State(String pair, String message) {}

  /** A kind of write: where it is sent, what, and what is shown after. */
  private record Move(String action, String body, State after) {}

  /**
   * Lets each writer write that often.
   *
   * @return how many presences were read meanwhile
   */
  public static long run(long seed, int writes) throws InterruptedException {
    FakeOptions options = FakeOptions.defaults().withClock(InstantSource.fixed(NOW));
    try (PresenceFake fake = PresenceFake.start(options)) {
      return new Interleaving(seed, writes, Http.to(fake.baseUrl())).run();
    }
  }

  private long run() throws InterruptedException {
    List<Callable<Long>> tasks = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < WRITERS; i++) {
      List<Owned> own = users.subList(i * USERS_EACH, (i + 1) * USERS_EACH);
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
      long reads = 0;
      for (Future<Long> task : threads.invokeAll(tasks)) {
        reads += task.get();
      }
      users.forEach(this::keptAll);
      return reads;
    } catch (ExecutionException e) {
      throw new AssertionError("with -Dinterleaving.seed=" + seed, e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private long write(List<Owned> own, SplittableRandom random) {
    try {
      for (int i = 0; i < writes; i++) {
        Owned user = own.get(random.nextInt(own.size()));
        // A session first: without one a preference does not show.
        Move move = user.begun == 0 ? session("Busy", user.last()) : move(user.last(), random);
        user.begin(move.after);
        Reply reply = http.post("/v1.0/users/" + user.id + "/presence/" + move.action, move.body);
        if (reply.status() != 200) {
          throw new AssertionError(move + " was answered " + reply.text());
        }
        user.end();
      }
      return 0;
    } finally {
      writing.decrementAndGet();
    }
  }

  private static Move move(State last, SplittableRandom random) {
    String text = Integer.toString(random.nextInt(1_000_000));
    return switch (random.nextInt(5)) {
      case 0 -> preference("Available", last);
      case 1 -> preference("DoNotDisturb", last);
      case 2 -> preference("BeRightBack", last);
      case 3 -> message(text, last);
      // A preference that was set before hides it, so nothing changes that can be seen.
      default -> session("Busy", last);
    };
  }

  private static Move session(String availability, State last) {
    boolean first = last.pair.startsWith("Offline");
    return new Move(
        "setPresence",
        "{\"sessionId\":\"%s\",\"availability\":\"%s\",\"activity\":\"InACall\",\"expirationDuration\":\"PT4H\"}"
            .formatted(PROGRAM, availability),
        first ? new State(availability + "/InACall", last.message) : last);
  }

  private static Move preference(String value, State last) {
    return new Move(
        "setUserPreferredPresence",
        "{\"availability\":\"%s\",\"activity\":\"%s\",\"expirationDuration\":\"P5D\"}"
            .formatted(value, value),
        new State(value + "/" + value, last.message));
  }

  private static Move message(String text, State last) {
    return new Move(
        "setStatusMessage",
        "{\"statusMessage\":{\"message\":{\"content\":\"%s\",\"contentType\":\"text\"}}}"
            .formatted(text),
        new State(last.pair, text));
  }

  private long read(SplittableRandom random) {
    long reads = 0;
    List<String> newest = new ArrayList<>();
    users.forEach(user -> newest.add(""));
    while (writing.get() > 0) {
      int[] from = users.stream().mapToInt(user -> user.answered).toArray();
      List<JsonNode> shown = random.nextInt(3) == 0 ? oneByOne() : together();
      int[] to = users.stream().mapToInt(user -> user.begun).toArray();
      for (int i = 0; i < users.size(); i++) {
        judge(users.get(i), shown.get(i), from[i], to[i]);
        newest.set(i, later(newest.get(i), shown.get(i).path("sequenceNumber").asString()));
        reads++;
      }
    }
    return reads;
  }

  private List<JsonNode> together() {
    String ids = String.join("\",\"", users.stream().map(user -> user.id).toList());
    Reply reply = http.post(Paths.BATCH, "{\"ids\":[\"" + ids + "\"]}");
    return reply.json().path("value").valueStream().toList();
  }

  private List<JsonNode> oneByOne() {
    return users.stream()
        .map(user -> http.get("/v1.0/users/" + user.id + "/presence").json())
        .toList();
  }

  private static void judge(Owned user, JsonNode shown, int from, int to) {
    State state =
        new State(
            shown.path("availability").asString() + "/" + shown.path("activity").asString(),
            shown.path("statusMessage").path("message").path("content").asString(""));
    if (!shown.path("id").asString().equals(user.id) || !user.allows(state, from, to)) {
      throw new AssertionError(shown + " is none of " + user.between(from, to));
    }
  }

  private static String later(String before, String number) {
    if (number.compareTo(before) < 0) {
      throw new AssertionError("sequenceNumber " + number + " came after " + before);
    }
    return number;
  }

  /** In all by less than the shortest life that anything was given. */
  private long moveClock() {
    for (int i = 0; i < 100 && writing.get() > 0; i++) {
      http.admin("POST", "clock", "{\"advance\": \"PT1S\"}");
    }
    return 0;
  }

  private void keptAll(Owned user) {
    judge(
        user,
        http.get("/v1.0/users/" + user.id + "/presence").json(),
        user.answered,
        user.answered);
  }
}
