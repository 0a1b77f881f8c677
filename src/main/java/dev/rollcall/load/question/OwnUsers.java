package dev.rollcall.load.question;

import dev.rollcall.target.Capability;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The users whose presence a run may write, each lent to one virtual user at a time, so that nobody
 * else changes what it reads. Safe for use by many threads.
 */
public final class OwnUsers {
  /** As many as are written at once when answers take seconds. */
  private static final int MOST_MADE = 500;

  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration LONGEST_CLEANING = Duration.ofSeconds(30);

  private final Target target;
  private final String root;
  private final Queue<String> free = new ConcurrentLinkedQueue<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  private OwnUsers(Target target, String root, List<String> users) {
    this.target = target;
    this.root = root;
    free.addAll(users);
  }

  /** For a run that reads only. */
  public static OwnUsers none(Target target) {
    return new OwnUsers(target, "", List.of());
  }

  /**
   * Users made on our fake, or the test users of a target on which writes are allowed.
   *
   * @param root service root of the version
   * @param most how many may be written at once
   * @throws InvalidSetting if nobody may be written
   */
  public static OwnUsers of(Target target, String root, int most) {
    requireWrites(target);
    if (target.ours()) {
      int made = Math.min(MOST_MADE, most);
      return new OwnUsers(target, root, Stream.generate(target.users()::next).limit(made).toList());
    }
    List<String> named =
        target.users().listed().stream().filter(target.users()::mayWrite).distinct().toList();
    return new OwnUsers(target, root, named);
  }

  /**
   * @throws InvalidSetting if nobody may be written there, naming the setting that would allow it
   */
  public static void requireWrites(Target target) {
    if (!target.capabilities().contains(Capability.WRITE)) {
      throw new InvalidSetting(
          "the profile sets sessions, which needs " + target.remedy(Capability.WRITE));
    }
  }

  /** A user whom nobody else has; empty when all are taken. */
  Optional<String> take() {
    return Optional.ofNullable(free.poll()).map(this::noted);
  }

  private String noted(String user) {
    written.add(user);
    return user;
  }

  void giveBack(String user) {
    free.add(user);
  }

  /** The id that a session bears: the calling application's. */
  String sessionId() {
    return target.appId().orElseThrow();
  }

  /**
   * Clears the sessions that were set, but for users who are removed with the run.
   *
   * @return how many users may still have one
   */
  public int clear() {
    List<String> left =
        written.stream().filter(user -> !target.users().isTemporary(user)).sorted().toList();
    if (left.isEmpty()) {
      return 0;
    }
    HttpClient client = target.route().client().connectTimeout(DEADLINE).build();
    long started = System.nanoTime();
    int uncleared = 0;
    for (String user : left) {
      boolean inTime = System.nanoTime() - started < LONGEST_CLEANING.toNanos();
      if (!inTime || Thread.currentThread().isInterrupted() || !isCleared(client, user)) {
        uncleared++;
      } else {
        written.remove(user);
      }
    }
    return uncleared;
  }

  private boolean isCleared(HttpClient client, String user) {
    String path = Questions.presenceOf(user) + "/clearPresence";
    byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("sessionId", sessionId()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(DEADLINE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    target
        .token(path)
        .ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      return status == 200 || status == 404; // 404: it has lapsed already
    } catch (IOException e) {
      return false; // counted and told
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
