package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final String ME = "/v1.0/me/presence";

  private final PresenceFake fake = started(List.of());
  private final Http http = Http.to(fake.baseUrl());

  private static PresenceFake started(List<String> throttle) {
    return PresenceFake.start(
        FakeOptions.defaults()
            .withThrottle(throttle)
            .withClock(InstantSource.fixed(Instant.parse("2027-03-04T05:06:07Z"))));
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private void limit(int requests) {
    assertEquals(
        200,
        http.admin("PUT", "throttle", "{\"requests\":" + requests + ",\"window\":\"PT30S\"}")
            .status());
  }

  private int status() {
    return http.get(ME).status();
  }

  @Test
  void theFirstRequestTooManyIsRefusedUntilItsWaitIsOver() {
    limit(2);
    assertEquals(200, status());
    http.advance(Duration.ofSeconds(10));
    assertEquals(200, status());
    Reply refused = http.get(ME);
    assertEquals(429, refused.status());
    assertEquals("TooManyRequests", refused.code());
    assertEquals("30", refused.header("Retry-After"));
    http.advance(Duration.ofSeconds(30).minusNanos(1));
    Reply early = http.get(ME);
    assertEquals(429, early.status());
    http.advance(Duration.ofSeconds(Long.parseLong(early.header("Retry-After"))));
    assertEquals(200, status());
  }

  @Test
  void whoeverWaitsAsToldIsServedWhateverTheTimesOfTheRequests() {
    limit(3);
    for (int i = 0; i < 40; i++) {
      Reply reply = http.get(ME);
      if (reply.status() == 429) {
        http.advance(Duration.ofSeconds(Long.parseLong(reply.header("Retry-After"))));
        assertEquals(200, status(), "after request " + i);
      }
      http.advance(Duration.ofMillis(137L * i % 9_000));
    }
  }

  @Test
  void whoeverDoesNotWaitIsNeverServed() {
    limit(2);
    assertEquals(200, status());
    assertEquals(200, status());
    for (int second = 1; second < 60; second++) {
      http.advance(Duration.ofSeconds(1));
      assertEquals(429, status(), "second " + second);
    }
  }

  @Test
  void applicationsAreCountedAlone() {
    limit(1);
    assertEquals(200, status());
    assertEquals(429, status());
    assertEquals(200, http.as("another").get(ME).status());
  }

  @Test
  void whatIsNoPresenceRequestDoesNotCount() {
    limit(1);
    assertEquals(401, http.send("GET", ME, "").status());
    assertEquals(404, http.get("/v1.0/nothing").status());
    assertEquals(405, http.post("/v1.0/me/presence", "{}").status());
    assertEquals(400, http.post(Paths.BUNDLE, "{}").status());
    assertEquals(400, http.post(Paths.BATCH, "{}").status());
    assertEquals(429, status());
  }

  @Test
  void aRequestForManyCountsOnce() {
    limit(2);
    String many = "{\"ids\":[\"" + String.join("\",\"", fake.namedUsers()) + "\"]}";
    assertEquals(200, http.post(Paths.BATCH, many).status());
    assertEquals(200, http.post(Paths.BATCH, many).status());
    assertEquals(429, http.post(Paths.BATCH, many).status());
  }

  @Test
  void partsOfABatchAreJudgedAlone() {
    limit(1);
    String part = "{\"id\":\"%d\",\"method\":\"GET\",\"url\":\"/me/presence\"}";
    Reply reply =
        http.post(
            Paths.BUNDLE, "{\"requests\":[" + part.formatted(1) + "," + part.formatted(2) + "]}");
    assertEquals(200, reply.status());
    assertEquals(200, reply.json().path("responses").path(0).path("status").intValue());
    assertEquals(429, reply.json().path("responses").path(1).path("status").intValue());
    assertEquals(
        "30",
        reply.json().path("responses").path(1).path("headers").path("Retry-After").asString());
  }

  @Test
  void theDocumentedLimitsStandSideBySide() {
    try (PresenceFake throttled = started(List.of("read-api", "presence"))) {
      Http caller = Http.to(throttled.baseUrl());
      assertEquals(
          "[\"read-api\",\"presence\"]",
          caller.admin("GET", "throttle", "").json().path("budgets").toString());
      int served = 0;
      for (int i = 0; i < 76; i++) {
        served += reads(caller);
      }
      assertEquals(1_500, served);
      assertEquals(429, caller.get(ME).status());
      String many = "{\"ids\":[\"" + throttled.namedUsers().get(0) + "\"]}";
      assertEquals(200, caller.post(Paths.BATCH, many).status());
      assertEquals(200, caller.post(ME + "/clearUserPreferredPresence", "{}").status());
      caller.admin("POST", "reset", "");
      assertEquals(200, caller.get(ME).status());
      assertTrue(caller.admin("GET", "throttle", "").text().contains("read-api"));
    }
  }

  @Test
  void aBudgetMayBeginAlmostSpentAndThenRecoversAsAny() {
    String nearly = "{\"budgets\":[\"read-api\"],\"spent\":1499}";
    assertEquals(1_499, http.admin("PUT", "throttle", nearly).json().path("spent").intValue());
    assertEquals(200, status());
    assertEquals(429, status());
    assertEquals(
        200, http.post(Paths.BATCH, "{\"ids\":[\"" + fake.namedUsers().get(0) + "\"]}").status());
    http.advance(Duration.ofSeconds(30));
    assertEquals(200, status());
    assertEquals(200, status());
    assertEquals(400, http.admin("PUT", "throttle", "{\"budgets\":[],\"spent\":-1}").status());
  }

  private static int reads(Http caller) {
    String requests =
        IntStream.range(0, 20)
            .mapToObj(i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"/me/presence\"}")
            .reduce((one, next) -> one + "," + next)
            .orElseThrow();
    return (int)
        caller
            .post(Paths.BUNDLE, "{\"requests\":[" + requests + "]}")
            .json()
            .path("responses")
            .valueStream()
            .filter(part -> part.path("status").intValue() == 200)
            .count();
  }

  @Test
  void itIsOffUntilAskedForAndAgainAfterAReset() {
    assertEquals("[]", http.admin("GET", "throttle", "").json().path("budgets").toString());
    limit(1);
    assertEquals(
        "1 PT30S",
        http.admin("GET", "throttle", "").json().path("requests").asString()
            + " "
            + http.admin("GET", "throttle", "").json().path("window").asString());
    http.admin("PUT", "throttle", "{\"budgets\":[]}");
    assertEquals(200, status());
    assertEquals(200, status());
    limit(1);
    http.admin("POST", "reset", "");
    assertEquals(200, status());
    assertEquals(200, status());
  }

  @Test
  void anUnknownLimitStopsTheStart() {
    CannotStart thrown = assertThrows(CannotStart.class, () -> started(List.of("graph")));
    assertEquals("there is no throttle 'graph'; give read-api or presence", thrown.getMessage());
  }
}
