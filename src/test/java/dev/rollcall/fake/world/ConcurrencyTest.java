package dev.rollcall.fake.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.call.Dialect;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.ClearSession;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.SetSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Rules RULES = Rules.documented();
  private static final Stencils STENCILS = new Stencils(new PresenceJson(Dialect.PASCAL));
  private static final int ROUNDS = 5_000;

  @Test
  void noWriteIsLostAndNoReadIsStaleOrTorn() throws Exception {
    User user =
        new User(
            UUID.randomUUID(),
            0,
            Presence.nothing(NOW),
            new Settling(Duration.ZERO, System::nanoTime),
            new Board(1, NOW));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (String id : List.of("a", "b")) {
        tasks.add(() -> writeAndReadBack(user, id));
      }
      tasks.add(() -> readOn(user));
      tasks.add(() -> readOn(user));
      for (Future<Void> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of(), user.facts().sessions());
    assertTrue(shown(user).contains("\"Offline\""));
  }

  // Two writers of equal rank: whichever was last shows, and none shows only when both have
  // cleared.
  private static Void writeAndReadBack(User user, String id) {
    SetSession set =
        new SetSession(
            Optional.of(id),
            Optional.of(Availability.BUSY),
            Optional.of(Activity.IN_A_CALL),
            Optional.empty());
    for (int i = 0; i < ROUNDS; i++) {
      assertEquals(Optional.empty(), user.write(set, RULES, CLOCK));
      assertTrue(shown(user).contains("InACall"));
      assertEquals(Optional.empty(), user.write(new ClearSession(Optional.of(id)), RULES, CLOCK));
    }
    return null;
  }

  private static Void readOn(User user) {
    String last = "A0000000000";
    for (int i = 0; i < ROUNDS; i++) {
      String shown = shown(user);
      int at = shown.indexOf("sequenceNumber\":\"") + 17;
      String number = shown.substring(at, at + 11);
      assertTrue(number.compareTo(last) >= 0, number + " after " + last);
      last = number;
    }
    return null;
  }

  private static String shown(User user) {
    return new String(user.item(RULES, NOW, STENCILS).bytes(user.id()), StandardCharsets.UTF_8);
  }
}
