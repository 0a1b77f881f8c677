package dev.rollcall.fake.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.CannotStart;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Http;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.presence.LeaveOffice;
import dev.rollcall.presence.OutOfOffice;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Reads that lag behind writes. */
class SettlingTest {
  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");

  // Begins shortly before it overflows, as a time in nanoseconds may.
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Settling settling = new Settling(Duration.ofNanos(10), nanos::get);
  private final User user =
      new User(new UUID(1, 1), 0, Presence.nothing(NOW), settling, new Board(1, NOW));

  private void says(String message) {
    user.write(
        new LeaveOffice(new OutOfOffice(true, Optional.of(message))),
        Rules.documented(),
        InstantSource.fixed(NOW));
  }

  private String seen() {
    return user.moment(Rules.documented(), NOW).visible().outOfOffice().message().orElse("");
  }

  @Test
  void aReadShowsTheFactsAsTheyWereOneDelayAgo() {
    says("one");
    nanos.addAndGet(4);
    says("two");
    assertEquals("", seen());
    nanos.addAndGet(5);
    assertEquals("", seen());
    nanos.addAndGet(1);
    assertEquals("one", seen());
    says("three");
    nanos.addAndGet(3);
    assertEquals("one", seen());
    nanos.addAndGet(1);
    assertEquals("two", seen());
    nanos.addAndGet(6);
    assertEquals("three", seen());
  }

  @Test
  void theNextWriteStartsFromTheLastOneSeenOrNot() {
    says("one");
    assertEquals(Optional.of("one"), user.facts().outOfOffice().message());
    assertEquals("", seen());
  }

  @Test
  void withoutDelayEveryWriteIsSeenAtOnce() {
    says("one");
    settling.delay(Duration.ZERO);
    assertEquals("one", seen());
    says("two");
    assertEquals("two", seen());
    settling.reset();
    assertEquals(Duration.ofNanos(10), settling.delay());
    assertEquals("two", seen(), "what was seen stays seen");
  }

  @Test
  void theDelayIsSetOverHttpAndResetBringsItBack() {
    try (PresenceFake fake =
        PresenceFake.start(FakeOptions.defaults().withSettle(Duration.ofHours(1)))) {
      Http http = Http.to(fake.baseUrl());
      String before = http.get("/v1.0/me/presence").text();
      http.post(
          "/v1.0/me/presence/setPresence",
          "{\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}");
      assertEquals(before, http.get("/v1.0/me/presence").text());
      assertEquals("PT1H", http.admin("GET", "capabilities", "").json().path("settle").asString());
      assertEquals(
          "{\"delay\":\"PT0S\"}", http.admin("PUT", "settle", "{\"delay\":\"PT0S\"}").text());
      assertEquals("Busy/InACall", http.get("/v1.0/me/presence").pair());
      http.admin("POST", "reset", "");
      assertEquals("{\"delay\":\"PT1H\"}", http.admin("GET", "settle", "").text());
    }
  }

  @Test
  void aDelayOutsideItsRangeIsOneSentence() {
    FakeOptions options = FakeOptions.defaults();
    String message =
        assertThrows(CannotStart.class, () -> options.withSettle(Duration.ofDays(2))).getMessage();
    assertEquals("reads cannot lag PT48H; give a delay from PT0S to PT24H", message);
    assertThrows(IllegalArgumentException.class, () -> settling.delay(Duration.ofNanos(-1)));
    assertTrue(settling.delay().equals(Duration.ofNanos(10)), "the delay stays");
  }
}
