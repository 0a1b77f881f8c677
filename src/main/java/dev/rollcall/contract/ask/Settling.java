package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Lets reads lag behind writes by as much as the target says it may: until then a judgement that
 * does not hold yet is tried again, and one that needs the last word waits for it.
 */
final class Settling {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** The path of an action, in the request line or in a batch; without an id it is the caller's. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:/(?:users|communications/presences)/([^/\"]+)|/me)(?:/presence)?/(?:set|clear)");

  private final Duration settle;
  private final Map<String, Long> settledNanos = new ConcurrentHashMap<>();

  /**
   * @param settle how long a read may lag behind a write
   */
  Settling(Duration settle) {
    this.settle = settle;
  }

  /**
   * A call was answered: whom it wrote, by itself or as parts of a batch, was written just now.
   *
   * @param me who is signed in
   */
  void sent(Call call, Optional<String> me) {
    if (settle.isZero()) {
      return;
    }
    WRITTEN
        .matcher(call.path() + " " + new String(call.body(), StandardCharsets.UTF_8))
        .results()
        .map(write -> Optional.ofNullable(write.group(1)).or(() -> me))
        .flatMap(Optional::stream)
        .forEach(this::written);
  }

  /** Something was said of a user just now. */
  void written(String user) {
    settledNanos.put(key(user), System.nanoTime() + settle.toNanos());
  }

  /** Whether reads of these users show all that was written. */
  boolean isOver(Collection<String> users) {
    long now = System.nanoTime();
    return users.stream()
        .map(user -> settledNanos.get(key(user)))
        .allMatch(settled -> settled == null || settled - now <= 0);
  }

  private static String key(String user) {
    return user.toLowerCase(Locale.ROOT);
  }

  /** Waits until reads of these users show all that was written. */
  void await(Collection<String> users) {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .atMost(settle.plus(GRACE))
        .until(() -> isOver(users));
  }

  /**
   * Reads until the judgement holds; once all that was written has to show, the last word.
   *
   * @throws Deviation of the last reading
   */
  <T> T reached(Collection<String> users, T first, Supplier<T> again, Consumer<T> judgement) {
    var holder =
        new Object() {
          T last = first;
          boolean over;
        };
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .atMost(settle.plus(GRACE))
        .until(
            () -> {
              if (holds(holder.last, judgement)) {
                return true;
              }
              holder.over = isOver(users);
              holder.last = again.get();
              return holder.over;
            });
    judgement.accept(holder.last);
    return holder.last;
  }

  private static <T> boolean holds(T reading, Consumer<T> judgement) {
    try {
      judgement.accept(reading);
      return true;
    } catch (Deviation deviation) {
      return false;
    }
  }
}
