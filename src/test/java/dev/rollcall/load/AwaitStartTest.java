package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.report.result.LoadResult.ClockOffset;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many machines begin together only if their clocks agree. */
@Timeout(30)
class AwaitStartTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aHeaderOfWholeSecondsLeavesHalfASecondOpen() {
    assertEquals(
        Optional.of(new ClockOffset(250, 550)),
        ClockProbe.between("Thu, 26 Nov 2026 12:00:00 GMT", at(200), at(300)));
    assertEquals(
        Optional.of(new ClockOffset(3_100, 500)),
        ClockProbe.between("Thu, 26 Nov 2026 12:00:03 GMT", at(400), at(400)));
    assertEquals(Optional.empty(), ClockProbe.between("yesterday", at(0), at(0)));
  }

  private static Instant at(long millis) {
    return NOON.plusMillis(millis);
  }

  @Test
  void theClockOfThisMachineIsComparedWithATarget() throws IOException, InterruptedException {
    HttpServer server = serverWithDate(); // Java's own server names the time by this very clock
    try {
      ClockOffset offset = probe(server, Duration.ZERO).offset().orElseThrow();
      assertTrue(Math.abs(offset.millis()) <= offset.uncertaintyMillis(), offset::toString);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aClockThatIsSurelyWrongIsRefusedBeforeTheWait() throws IOException {
    HttpServer server = serverWithDate();
    List<String> told = new ArrayList<>();
    Instant inAnHour = Instant.now().plusSeconds(3_600);
    try {
      String message =
          assertThrows(
                  InvalidSetting.class,
                  () ->
                      Beginning.awaited(
                          inAnHour,
                          InstantSource.system(),
                          probe(server, Duration.ofSeconds(60)),
                          told::add))
              .getMessage();
      assertTrue(
          message.startsWith("--start-at " + inAnHour + ": by its Date header the target's"),
          message);
      assertTrue(message.contains(" s behind this machine's, give or take "), message);
      assertTrue(
          message.endsWith("; set this machine's clock, or start all shards without it"), message);
    } finally {
      server.stop(0);
    }
    assertEquals(1, told.size());
  }

  @Test
  void anOffsetWithinTheUncertaintyIsNone() {
    assertEquals(0, new ClockOffset(400, 500).certainMillis());
    assertEquals(-2_200, new ClockOffset(-2_700, 500).certainMillis());
  }

  @Test
  void anInterruptedWaitEndsTheRun() throws InterruptedException {
    String later = Instant.now().plusSeconds(1_800).toString();
    try (StandIn fake = StandIn.ofOurFake(20)) {
      LoadRun run =
          LoadRun.open(
              fake.settings(
                  Map.of(
                      Setting.START_AT,
                      later,
                      Setting.BATCH,
                      "3",
                      Setting.OUT,
                      folder.toString())));
      CompletableFuture<Void> ended = new CompletableFuture<>();
      Thread waiting =
          new Thread(
              () -> {
                try {
                  run.awaitStart();
                  ended.complete(null);
                } catch (IllegalStateException e) {
                  ended.completeExceptionally(e);
                }
              });
      waiting.start();
      waiting.interrupt();
      ExecutionException problem =
          assertThrows(ExecutionException.class, () -> ended.get(20, TimeUnit.SECONDS));
      assertTrue(
          problem.getMessage().endsWith("the wait for --start-at was interrupted"),
          problem::getMessage);
      assertEquals(Optional.empty(), run.next());
    }
  }

  private static ClockProbe probe(HttpServer server, Duration ahead) {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return new ClockProbe(
        Target.route(Settings.exactly(Map.of())), root, () -> Instant.now().plus(ahead));
  }

  private static HttpServer serverWithDate() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
