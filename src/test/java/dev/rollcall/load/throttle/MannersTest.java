package dev.rollcall.load.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.plan.Beyond;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.load.question.Question;
import dev.rollcall.load.question.WriteJudge;
import dev.rollcall.report.result.LoadResult.Slo;
import dev.rollcall.report.result.LoadResult.Throttling;
import dev.rollcall.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged of a target that limits, on one that is made up, in a time that is made up. */
class MannersTest {
  private static final long NANOS = 1_000_000_000;
  private static final long WINDOW_NANOS = 30 * NANOS;
  private static final int LOOKUPS = 20;
  private static final String ERROR =
      """
      {"error":{"code":"TooManyRequests","message":"Wait.","innerError":{
        "date":"2026-11-26T10:00:00","request-id":"00000000-0000-0000-0000-000000000001",
        "client-request-id":"00000000-0000-0000-0000-000000000002"}}}
      """;

  private final Refusals refusals = new Refusals(Schemas.bundled("v1.0"), LOOKUPS);
  private final Question question =
      Question.of("getPresencesByUserId", "/x", new byte[0], List.of(), new WriteJudge());
  private long now;

  @Test
  void aTargetThatLimitsAsDocumentedMeetsAll() {
    flood(1_800, 1_500, ERROR, "5");
    Throttling throttling = judge(new Rolling(1_500, 0));
    assertEquals(List.of(), missed(throttling));
    assertEquals(8, throttling.findings().size());
    assertEquals(1_500, throttling.firstAfter());
    assertEquals(300, throttling.throttled());
    assertEquals(List.of(5.0), throttling.retryAfterSeconds());
    assertEquals(0, throttling.lost());
    assertTrue(throttling.recoveredAfterSeconds() >= 4 && throttling.recoveredAfterSeconds() <= 7);
  }

  @Test
  void aWaitThatIsTooShortIsSeen() {
    flood(1_800, 1_500, ERROR, "5");
    assertEquals(
        List.of(
            "who waits as long as Retry-After says is served",
            "recovers when Retry-After has passed"),
        missed(judge(new Rolling(1_500, 3))));
  }

  @Test
  void aTargetThatNeverRecoversLosesLookups() {
    flood(1_800, 1_500, ERROR, "5");
    Throttling throttling =
        judge(each -> new Manners.Told(false, true, new RetryAfter(Optional.of(7.0))));
    assertEquals(LOOKUPS, throttling.lost());
    assertEquals(
        List.of(
            "who waits as long as Retry-After says is served",
            "recovers when Retry-After has passed",
            "a well-behaved client loses no lookup"),
        missed(throttling));
  }

  @Test
  void whoeverIsBarredForAskingTooEarlyIsSeen() {
    flood(1_800, 1_500, ERROR, "5");
    var waits = new ArrayDeque<>(List.of(4.0, 600.0));
    Throttling throttling =
        judge(
            each ->
                new Manners.Told(
                    waits.isEmpty(),
                    !waits.isEmpty(),
                    new RetryAfter(Optional.ofNullable(waits.poll()))));
    assertEquals(List.of("who asks too early is told anew, and not barred"), missed(throttling));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1499 | 5  | 1,500 requests in 30 s are served
          1500 | 31 | Retry-After is no longer than the window
          1500 | 0  | every 429 names Retry-After in whole seconds
          1500 | x  | every 429 names Retry-After in whole seconds
          """)
  void eachPartIsJudgedAlone(int served, String wait, String missed) {
    flood(1_800, served, ERROR, wait);
    assertEquals(List.of(missed), missed(judge(new Rolling(1_500, 0))));
  }

  @Test
  void anErrorWithoutCodeIsSeen() {
    flood(1_800, 1_500, "{\"error\":{\"message\":\"Wait.\"}}", "5");
    assertEquals(
        List.of("every 429 is an error with code and message"),
        missed(judge(new Rolling(1_500, 0))));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"0", "-1", "1.5", "soon", "Thu, 26 Nov 2026 10:00:00 GMT"})
  void whatIsNoWaitInWholeSecondsIsNone(String text) {
    assertEquals(
        Optional.empty(),
        RetryAfter.of(text == null ? Map.of() : Map.of(RetryAfter.NAME, text)).seconds());
  }

  /** So many requests at 60 a second, of which those from a number on are refused. */
  private void flood(int requests, int served, String body, String wait) {
    for (int i = 0; i < requests; i++) {
      now = i * NANOS / 60;
      var lookup = new Lookup(i, question, now, now, () -> now);
      if (i < served) {
        lookup.answered(200, new byte[0]);
      } else {
        lookup.header(RetryAfter.NAME, wait);
        lookup.answered(429, body.getBytes(StandardCharsets.UTF_8));
      }
      refusals.add(lookup);
    }
  }

  private Throttling judge(Manners.Asking target) {
    return new Manners(target, time -> now += time.toNanos(), () -> now)
        .judge(refusals, new Beyond(LOOKUPS, 90));
  }

  private static List<String> missed(Throttling throttling) {
    return throttling.findings().stream().filter(slo -> !slo.met()).map(Slo::name).toList();
  }

  /** Serves so many requests in any 30 s, of which a flood has taken all; refused ones count. */
  private final class Rolling implements Manners.Asking {
    private final Deque<Long> counted = new ArrayDeque<>();
    private final int most;
    private final int tooShort;

    Rolling(int most, int tooShort) {
      this.most = most;
      this.tooShort = tooShort;
      for (int i = most; i > 0; i--) {
        counted.addLast(now - i * NANOS / 60);
      }
    }

    @Override
    public Manners.Told ask(Question asked) {
      while (!counted.isEmpty() && counted.getFirst() <= now - WINDOW_NANOS) {
        counted.removeFirst();
      }
      boolean over = counted.size() >= most;
      counted.addLast(now);
      if (!over) {
        return new Manners.Told(true, false, new RetryAfter(Optional.empty()));
      }
      counted.removeFirst();
      double wait = Math.ceil((counted.getFirst() + WINDOW_NANOS - now) / (double) NANOS);
      return new Manners.Told(
          false, true, new RetryAfter(Optional.of(Math.max(1, wait - tooShort))));
    }
  }
}
