package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.HostileRun;
import dev.rollcall.contract.wire.RawServer;
import dev.rollcall.contract.wire.RawServer.Behaviour;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The whole catalogue against servers that keep one waiting for the deadlines of a real run, or
 * send more than one wants. No run takes a minute, if it has the machine to itself.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(60)
class HostileTargetIT {
  private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String SILENT =
      " takes connections, but gives no whole answer within 10.0 s";

  @TempDir Path folder;

  @Test
  void aBlackHole() throws IOException {
    assertUnreachable(HostileTargetIT::hang);
  }

  @Test
  void aBodyThatDripsForEver() throws IOException {
    assertUnreachable(
        out -> {
          write(out, JSON + "Content-Length: 1000000\r\n\r\n");
          drip(out);
        });
  }

  @Test
  void aStatusLineThatDripsForEver() throws IOException {
    assertUnreachable(HostileTargetIT::drip);
  }

  @Test
  void aServiceThatFallsSilentInTheRun() throws IOException {
    try (RawServer server = RawServer.start(HostileTargetIT::drip)) {
      ContractResult result = judge(server);
      assertEquals(Verdict.UNKNOWN, result.verdict());
      List<String> reasons =
          result.checks().stream()
              .filter(finding -> finding.outcome() == Outcome.BROKEN)
              .map(finding -> finding.reason().replaceFirst("^\\w+ /\\S+: ", ""))
              .distinct()
              .toList();
      assertEquals(
          List.of(
              "no whole answer within 10.0 s",
              "not sent: 3 requests in a row had no answer within 10.0 s"),
          reasons.stream().sorted().toList());
      assertEquals(3, server.requests().size());
    }
  }

  @Test
  void fiveHundredAndALongBodyForEverything() throws IOException {
    String body = "\u0000".repeat(1 << 20);
    assertDeviates(
        out ->
            write(
                out, "HTTP/1.1 500 Oops\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
  }

  @Test
  void aGzipBombForEverything() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[64 << 20]);
    }
    assertDeviates(
        out -> {
          write(out, JSON + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size());
          write(out, "\r\n\r\n");
          bomb.writeTo(out);
        });
  }

  @Test
  void manyLongHeadersForEverything() throws IOException {
    var headers = new StringBuilder();
    for (int i = 0; i < 180; i++) {
      headers.append("X-").append(i).append(": ").append("<".repeat(15_000)).append("\r\n");
    }
    assertDeviates(RawServer.says("HTTP/1.1 500 Oops\r\n" + headers + "Content-Length: 0\r\n\r\n"));
  }

  private void assertUnreachable(Behaviour behaviour) throws IOException {
    try (RawServer server = RawServer.everywhere(behaviour)) {
      ContractResult result = judge(server);
      assertEquals(Verdict.UNKNOWN, result.verdict());
      assertEquals(List.of(), result.checks());
      assertTrue(result.reason().startsWith(server.url() + SILENT), result.reason());
      assertTrue(server.connections() <= 2, "one that is silent is not asked more than twice");
    }
  }

  private void assertDeviates(Behaviour behaviour) throws IOException {
    try (RawServer server = RawServer.everywhere(behaviour)) {
      ContractResult result = judge(server);
      assertEquals(Verdict.DEVIATES, result.verdict(), result.reason());
      assertEquals(0, result.totals().get(Outcome.BROKEN));
    }
  }

  private ContractResult judge(RawServer server) throws IOException {
    return new HostileRun(folder).judge(server.url(), Map.of());
  }

  private static void drip(OutputStream out) throws IOException {
    while (!Thread.currentThread().isInterrupted()) {
      out.write('1');
      out.flush();
      pause();
    }
  }

  private static void hang(OutputStream out) {
    while (!Thread.currentThread().isInterrupted()) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is closed
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
