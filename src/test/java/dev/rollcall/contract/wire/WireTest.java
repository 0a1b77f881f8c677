package dev.rollcall.contract.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.Exchange;
import dev.rollcall.target.Pace;
import dev.rollcall.target.Paces;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WireTest {
  private static final Bounds TIGHT = new Bounds(Duration.ofMillis(300), 10_000, 3);

  /** So that a busy machine is not taken for a slow target. */
  private static final Bounds PATIENT = new Bounds(Duration.ofSeconds(10), 10_000, 3);

  private static final Call READ = Call.of("getPresence", "GET", "/users/1/presence");

  private final AtomicLong clock = new AtomicLong();
  private final Pace pace = Paces.byClock(clock);

  @TempDir Path folder;
  private final List<Exchange> recorded = new ArrayList<>();

  @Test
  void anAnswerComesWithStatusHeadersAndBody() throws IOException {
    Answer answer =
        sendTo(
            RawServer.says(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json;x=y\r\nA: 1\r\nA: 2\r\n"
                    + "Content-Length: 8\r\n\r\n{\"a\": 1}"));
    assertEquals(200, answer.status());
    assertEquals("application/json", answer.mediaType());
    assertEquals("1, 2", answer.header("a").orElseThrow());
    assertEquals(1, answer.json().orElseThrow().path("a").asInt());
    assertFalse(answer.cut());
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws IOException {
    try (RawServer elsewhere = RawServer.start(RawServer.says(""))) {
      Answer answer =
          sendTo(
              RawServer.says(
                  "HTTP/1.1 302 Found\r\nLocation: "
                      + elsewhere.url()
                      + "/steal\r\nContent-Length: 0\r\n\r\n"));
      assertEquals(302, answer.status());
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnonsense",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
      })
  void aBodyThatCannotBeReadToItsEndIsACutAnswer(String text) throws IOException {
    Answer answer = sendTo(RawServer.says(text));
    assertEquals(200, answer.status());
    assertTrue(answer.cut());
    assertTrue(answer.json().isEmpty());
  }

  @Test
  void whatIsNoHttpIsAnAnswerThatCannotBeRead() throws IOException {
    Answer answer = sendTo(RawServer.says("lorem ipsum dolor sit amet\r\n\r\n"));
    assertEquals(0, answer.status());
    assertTrue(answer.cut());
  }

  @Test
  void aBodyOverTheCapIsCut() throws IOException {
    Answer answer =
        sendTo(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
              byte[] more = new byte[1_000];
              while (!Thread.currentThread().isInterrupted()) {
                out.write(more);
              }
            });
    assertTrue(answer.cut());
    assertEquals(PATIENT.largestBody(), answer.body().length);
  }

  @Test
  void theCapHoldsAfterInflation() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[1_000_000]);
    }
    Answer answer =
        sendTo(
            out -> {
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                          + bomb.size()
                          + "\r\n\r\n")
                      .getBytes(StandardCharsets.ISO_8859_1));
              bomb.writeTo(out);
            });
    assertTrue(answer.cut());
    assertEquals(PATIENT.largestBody(), answer.body().length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK;Transfer-Encoding: chunked;;2;{};0;|X-Trailer: for ever;|200",
        "|HTTP/1.1 100 Continue;;|0"
      })
  void whatHasNoEndIsCutThoughItIsNoBody(String start, String again, int status)
      throws IOException {
    byte[] more = lines(again).repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    Answer answer =
        sendTo(
            out -> {
              out.write(lines(start == null ? "" : start).getBytes(StandardCharsets.US_ASCII));
              while (!Thread.currentThread().isInterrupted()) {
                out.write(more);
              }
            });
    assertEquals(status, answer.status());
    assertTrue(answer.cut());
  }

  private static String lines(String text) {
    return text.replace(";", "\r\n");
  }

  @Test
  void aConnectionClosedBeforeAStatusLineIsNoAnswer() {
    NoAnswer none = assertThrows(NoAnswer.class, () -> sendTo(RawServer.says("")));
    assertEquals(
        "GET /users/1/presence: the connection was closed before a status line came",
        none.getMessage());
    assertEquals(1, recorded.size());
    assertEquals(null, recorded.get(0).response());
  }

  @Test
  void anAnswerThatDripsIsCutOffAtTheDeadline() {
    var never = new CountDownLatch(1);
    RawServer.Behaviour drip =
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"
                  .getBytes(StandardCharsets.ISO_8859_1));
          out.flush();
          hang(never);
        };
    NoAnswer none = assertThrows(NoAnswer.class, () -> sendTo(drip, TIGHT));
    assertEquals("GET /users/1/presence: no whole answer within 0.3 s", none.getMessage());
  }

  @Test
  void afterThreeDeadlinesInARowNothingMoreIsSent() throws IOException {
    var never = new CountDownLatch(1);
    try (RawServer server = RawServer.start(out -> hang(never));
        Target target = target(server);
        Wire wire = new Wire(target, "v1.0", TIGHT)) {
      for (int i = 0; i < 3; i++) {
        assertThrows(NoAnswer.class, () -> send(wire, READ));
      }
      NoAnswer none = assertThrows(NoAnswer.class, () -> send(wire, READ));
      assertEquals("not sent: 3 requests in a row had no answer within 0.3 s", none.getMessage());
      assertEquals(3, server.requests().size());
    }
  }

  @Test
  void whatWasThrottledIsSentAgainAfterTheWaitThatWasAskedFor() throws IOException {
    Answer answer = sendThrough(throttling(2, "Retry-After: 7\r\n"), READ);
    assertEquals(200, answer.status());
    assertEquals(Duration.ofSeconds(14).toNanos(), clock.get());
    assertEquals(List.of(429, 429, 200), statuses(), "every attempt is on the record");
    assertEquals(2, pace.usage().throttled());
    assertEquals(3, pace.usage().requests());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|15",
        "Retry-After: soon|15",
        "Retry-After: 0|0",
        "Retry-After: 86400|240",
        "Retry-After: 99999999999999999999|15",
        "Retry-After: Tue, 24 Nov 2026 10:00:09 GMT|15",
        "Retry-After: Tue, 24 Nov 2026 10:00:09 GMT;Date: Tue, 24 Nov 2026 10:00:00 GMT|18",
        "Retry-After: Tue, 24 Nov 2026 10:00:09 GMT;Date: Tue, 24 Nov 2026 10:00:10 GMT|15",
      })
  void theWaitIsBoundedAndNeedsNoHeader(String headers, int seconds) throws IOException {
    String lines = headers.isEmpty() ? "" : headers.replace(";", "\r\n") + "\r\n";
    assertEquals(200, sendThrough(throttling(2, lines), READ).status());
    assertEquals(seconds, Duration.ofNanos(clock.get()).toSeconds());
  }

  @Test
  void aWriteThatWasThrottledWasNotDoneAndIsSentAgain() throws IOException {
    Call write = Call.of("clearPresence", "POST", "/users/1/presence/clearPresence").json("{}");
    assertEquals(200, sendThrough(throttling(1, ""), write).status());
  }

  @Test
  void whatStaysThrottledIsNoAnswerAndInTheEndNothingMoreIsSent() throws IOException {
    try (RawServer server = RawServer.start(throttling(100, ""));
        Target target = target(server);
        Wire wire = new Wire(target, "v1.0", PATIENT, pace)) {
      for (int i = 0; i < 3; i++) {
        NoAnswer none = assertThrows(NoAnswer.class, () -> send(wire, READ));
        assertEquals(
            "throttled: GET /users/1/presence was answered with 429 3 times, though it waited in"
                + " between; come again later, or with a lower --pace",
            none.getMessage());
      }
      NoAnswer none = assertThrows(NoAnswer.class, () -> send(wire, READ));
      assertEquals("not sent: 3 requests in a row were throttled to the end", none.getMessage());
      assertEquals(9, server.requests().size());
      assertEquals(9, recorded.size());
    }
  }

  @Test
  void aServiceThatIsDownIsNotTakenForOneThatThrottles() throws IOException {
    String down = "HTTP/1.1 503 Down\r\nContent-Length: 0\r\n\r\n";
    assertEquals(503, sendThrough(RawServer.says(down), READ).status());
    String busy = "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
    assertThrows(NoAnswer.class, () -> sendThrough(RawServer.says(busy), READ));
  }

  private List<Integer> statuses() {
    return recorded.stream().map(each -> each.answer().orElseThrow().status()).toList();
  }

  private Answer sendThrough(RawServer.Behaviour behaviour, Call call) throws IOException {
    try (RawServer server = RawServer.start(behaviour);
        Target target = target(server);
        Wire wire = new Wire(target, "v1.0", PATIENT, pace)) {
      return send(wire, call);
    }
  }

  private static RawServer.Behaviour throttling(int times, String headers) {
    var left = new AtomicInteger(times);
    RawServer.Behaviour throttled =
        RawServer.says("HTTP/1.1 429 Slow\r\n" + headers + "Content-Length: 0\r\n\r\n");
    RawServer.Behaviour served = RawServer.says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    return out -> (left.getAndDecrement() > 0 ? throttled : served).answer(out);
  }

  @Test
  void theTokenIsSentButNeverRecordedEvenWhenItComesBack() throws IOException {
    RawServer.Behaviour echo =
        RawServer.says(
            "HTTP/1.1 401 No\r\nX-Echo: hunter2\r\nContent-Length: 11\r\n\r\nbad hunter2");
    try (RawServer server = RawServer.start(echo);
        Target target = target(server);
        Wire wire = new Wire(target, "v1.0", PATIENT)) {
      send(wire, READ);
      assertTrue(server.requests().get(0).contains("Authorization: Bearer hunter2"));
      assertFalse(recorded.toString().contains("hunter2"), recorded.toString());
      send(wire, READ.anonymous());
      assertFalse(server.requests().get(1).contains("Authorization"));
    }
  }

  @Test
  void nothingIsAddedToARequest() throws IOException {
    try (RawServer server =
            RawServer.start(RawServer.says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        Target target = target(server);
        Wire wire = new Wire(target, "v1.0", PATIENT)) {
      send(wire, Call.of("clearUserPreferredPresence", "POST", "/users/1/presence/x"));
      assertFalse(server.requests().get(0).contains("Content-Type"), server.requests().get(0));
      send(wire, Call.of("setPresence", "POST", "/users/1/presence/x").json("{}"));
      assertTrue(
          server.requests().get(1).contains("Content-Type: application/json\n"),
          server.requests().get(1));
      assertTrue(server.requests().get(1).startsWith("POST /v1.0/users/1/presence/x HTTP/1.1"));
      send(wire, Call.of("setPresence", "POST", "/users/1/presence/x").untyped("{}"));
      assertFalse(server.requests().get(2).contains("Content-Type"), server.requests().get(2));
      assertTrue(server.requests().get(2).contains("Content-Length: 2\n"));
    }
  }

  private Answer sendTo(RawServer.Behaviour behaviour) throws IOException {
    return sendTo(behaviour, PATIENT);
  }

  private Answer sendTo(RawServer.Behaviour behaviour, Bounds bounds) throws IOException {
    try (RawServer server = RawServer.start(behaviour);
        Target target = target(server);
        Wire wire = new Wire(target, "v1.0", bounds)) {
      return send(wire, READ);
    }
  }

  private Answer send(Wire wire, Call call) {
    return wire.send(call, (answer, exchange) -> recorded.add(exchange), recorded::add);
  }

  private Target target(RawServer server) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "hunter2");
    // Restricting the probe of /me: a user is named, and the pace is lifted for loopback.
    return Target.open(
        Settings.exactly(
            Map.of(
                Setting.TARGET, List.of(server.url()),
                Setting.TEST_USERS, List.of("11111111-1111-1111-1111-111111111111"),
                Setting.PACE, List.of("100000"),
                Setting.TOKEN_FILE, List.of(token.toString()))));
  }

  private static void hang(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
