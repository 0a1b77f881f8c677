package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.wire.RawServer;
import dev.rollcall.contract.wire.RawServer.Behaviour;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.Keys;
import dev.rollcall.target.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs against servers that mean no good, or are no presence service at all. */
@Timeout(60)
class HostileTest {
  private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  /** The whole catalogue is tried where a run takes longer anyway. */
  private static final Map<Setting, List<String>> FEW =
      Map.of(Setting.ONLY, List.of("getPresence"));

  private static final String CLOSE = "Connection: close\r\n";

  @TempDir Path folder;

  @Test
  void nobodyThere() throws IOException {
    RawServer gone = RawServer.everywhere(RawServer.says(""));
    gone.close();
    ContractResult result = judge(gone.url());
    assertEquals(
        "nothing answers at " + gone.url() + "; check the address, and that the service is running",
        unbegun(result));
  }

  @Test
  void everyConnectionIsClosedWithoutAWord() throws IOException {
    String reason = unbegun(judge(RawServer.says("")));
    assertTrue(reason.contains("takes connections, but closes them before"), reason);
  }

  @Test
  void aCertificateThatNobodySigned() throws Exception {
    ServerSocket tls =
        Keys.made(folder, "server", "-ext", "san=ip:127.0.0.1")
            .server()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (RawServer server = RawServer.everywhere(tls, RawServer.says(""))) {
      String reason = unbegun(judge("https://127.0.0.1:" + server.port()));
      assertTrue(reason.startsWith("TLS: the certificate of https://127.0.0.1:"), reason);
      assertTrue(reason.contains("is not trusted (PKIX path building failed"), reason);
      assertTrue(reason.endsWith("the CA of the target with ca-file in targets.conf"), reason);
    }
  }

  @Test
  void aLiarThatSaysItIsOurFake() throws IOException {
    String body =
        "{\"rollcall\":\"fake\",\"me\":\"u\",\"versions\":[\"v1.0\"],"
            + "\"capabilities\":[\"WRITE\",\"CLOCK\",\"READ\",\"ME\",\"PERMISSIONS\"]}";
    ContractResult result =
        judge(RawServer.says(JSON + "Content-Length: " + body.length() + "\r\n\r\n" + body));
    List<String> reasons =
        result.checks().stream()
            .filter(finding -> finding.outcome() == Outcome.BROKEN)
            .map(Finding::reason)
            .toList();
    assertFalse(reasons.isEmpty());
    for (String reason : reasons) {
      assertTrue(reason.contains("says that it is Rollcall's fake, but it makes no users"), reason);
    }
  }

  @Test
  void aLiarWithAHandshakeThatNoFakeMakes() throws IOException {
    String lie = "{\"rollcall\":\"fake\",\"capabilities\":[\"WRITE\"],\"settle\":\"P99999D\"}";
    String answer = JSON + "Content-Length: " + lie.length() + "\r\n\r\n" + lie;
    try (RawServer server = RawServer.claiming(RawServer.says(answer), RawServer.says(answer))) {
      ContractResult result = judge(server.url());
      assertFalse(result.target().ours());
      assertFalse(result.target().capabilities().contains("WRITE"));
      assertEquals(0, result.totals().get(Outcome.BROKEN));
    }
  }

  @Test
  void bodiesEndInTheMiddle() throws IOException {
    ContractResult result =
        judge(RawServer.says(JSON + "Content-Length: 1000\r\n\r\n{\"id\": \"" + "x".repeat(100)));
    assertTold(result, "status 200, the body cut short and body {\"id\": \"xxx");
    assertCause(result, "No answer can be read to its end.");
  }

  @Test
  void tenMegabytesOfGarbage() throws IOException {
    byte[] garbage = garbage(10 << 20);
    ContractResult result = judge(out -> out.write(garbage));
    assertTold(result, "something that is no HTTP");
    assertCause(result, "No answer can be read to its end.");
  }

  @Test
  void tenMegabytesOfGarbageForABody() throws IOException {
    byte[] garbage = garbage(10 << 20);
    ContractResult result =
        judge(
            out -> {
              write(out, JSON + CLOSE + "\r\n");
              out.write(garbage);
            });
    assertTold(result, "status 200, the body longer than the 4194304 bytes that are read");
  }

  @Test
  void aGzipBomb() throws IOException {
    byte[] bomb = bomb(64 << 20);
    ContractResult result =
        judge(
            out -> {
              write(out, JSON + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length);
              write(out, "\r\n\r\n");
              out.write(bomb);
            });
    assertTold(result, "status 200, the body longer than the 4194304 bytes that are read");
  }

  @Test
  void thousandsOfHeaders() throws IOException {
    ContractResult result =
        judge(RawServer.says(JSON + "X-A: b\r\n".repeat(20_000) + "Content-Length: 2\r\n\r\n{}"));
    assertTold(result, "headers without end (Maximum header count exceeded)");
  }

  @Test
  void oneHeaderOfMegabytes() throws IOException {
    ContractResult result =
        judge(RawServer.says(JSON + "X-A: " + "b".repeat(3 << 20) + "\r\n\r\n{}"));
    assertTold(result, "headers without end (Maximum line length limit exceeded)");
  }

  @Test
  void aStatusLineWithoutEnd() throws IOException {
    byte[] line = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    ContractResult result =
        judge(
            out -> {
              write(out, "HTTP/1.1 200 ");
              for (int i = 0; i < 20; i++) {
                out.write(line);
              }
            });
    assertTold(result, "headers without end (Maximum line length limit exceeded)");
  }

  @Test
  void redirectsInALoop() throws IOException {
    ContractResult result =
        judge(RawServer.says("HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n"));
    assertTold(
        result,
        "status 302, redirected to /loop: redirects are not followed, the token would go with them");
    assertCause(result, "Everything is redirected.");
  }

  @Test
  void redirectsToAnotherHostThatIsAskedNothing() throws IOException {
    try (RawServer elsewhere = RawServer.everywhere(RawServer.says(""))) {
      ContractResult result =
          judge(
              RawServer.says(
                  "HTTP/1.1 307 Go\r\nLocation: "
                      + elsewhere.url()
                      + "/steal\r\nContent-Length: 0\r\n\r\n"));
      assertTold(result, "status 307, redirected to " + elsewhere.url() + "/steal: redirects are");
      assertEquals(0, elsewhere.connections(), "connections to the other host");
    }
  }

  @Test
  void fiveHundredForEverything() throws IOException {
    ContractResult result =
        judge(RawServer.says("HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops"));
    assertTold(result, "status 500 and body oops");
    assertCause(result, "The target fails at everything.");
  }

  @Test
  void everythingIsThrottled() throws IOException {
    ContractResult result =
        judge(RawServer.says("HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"));
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertTrue(result.reason().contains("is broken: throttled: "), result.reason());
    assertCause(result, "Everything is throttled.");
  }

  @Test
  void fourHundredAndOneForEverything() throws IOException {
    ContractResult result = judge(RawServer.says("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"));
    assertTold(result, "status 401");
    assertCause(result, "Every request is refused.");
  }

  @Test
  void aLoginPageForEverything() throws IOException {
    String page = "<!DOCTYPE html><html><title>Sign in</title>" + "<p>x</p>".repeat(2_000);
    ContractResult result =
        judge(
            RawServer.says(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                    + page.length()
                    + "\r\n\r\n"
                    + page));
    assertTold(result, "an HTML page instead of JSON: a login page or a proxy's?");
    assertCause(result, "Everything is answered with a web page.");
  }

  @Test
  void aServerThatRepeatsTheTokenWhereverItCan() throws IOException {
    String token = HostileRun.TOKEN;
    String body = "{\"id\":\"" + token + "\",\"" + token + "\":\"" + token + "\"}";
    ContractResult result =
        judge(
            RawServer.says(
                JSON
                    + ("X-" + token + ": " + token + "\r\n")
                    + ("Content-Length: " + body.length() + "\r\n\r\n" + body)));
    assertEquals(Verdict.DEVIATES, result.verdict());
  }

  @Test
  void aServerThatDiffersInEveryAnswer() throws IOException {
    var count = new java.util.concurrent.atomic.AtomicInteger();
    ContractResult result =
        judge(
            out -> {
              var members = new StringBuilder();
              for (int i = 0; i < 2_000; i++) {
                members.append(",\"m").append(count.incrementAndGet()).append("\":7");
              }
              String body = "{\"id\":\"x\"" + members + "}";
              write(out, JSON + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            });
    assertEquals(Verdict.DEVIATES, result.verdict());
    assertTrue(result.violations().size() < 500, () -> result.violations().size() + " violations");
  }

  private ContractResult judge(Behaviour behaviour) throws IOException {
    try (RawServer server = RawServer.everywhere(behaviour)) {
      return judge(server.url());
    }
  }

  private ContractResult judge(String url) throws IOException {
    return new HostileRun(folder).judge(url, FEW);
  }

  private static String unbegun(ContractResult result) {
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertEquals(List.of(), result.checks());
    return result.reason();
  }

  /** Answered wrongly, and said so; nothing is unanswered, still less a defect of ours. */
  private static void assertTold(ContractResult result, String actual) {
    assertEquals(Verdict.DEVIATES, result.verdict(), result.reason());
    List<String> broken =
        result.checks().stream()
            .filter(finding -> finding.outcome() == Outcome.BROKEN)
            .map(finding -> finding.id() + ": " + finding.reason())
            .toList();
    assertEquals(List.of(), broken);
    Finding read =
        result.checks().stream()
            .filter(finding -> finding.id().equals("getPresence.one-object"))
            .findFirst()
            .orElseThrow();
    assertEquals(Outcome.FAILED, read.outcome());
    assertTrue(read.actual().contains(actual), read.actual());
    assertFalse(read.exchanges().isEmpty());
  }

  private static void assertCause(ContractResult result, String headline) {
    assertEquals(headline, HostileRun.headlines(result).get(0));
  }

  private static byte[] garbage(int bytes) {
    byte[] garbage = new byte[bytes];
    new java.util.Random(7).nextBytes(garbage);
    return garbage;
  }

  private static byte[] bomb(int bytes) throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[bytes]);
    }
    return bomb.toByteArray();
  }

  private static void write(java.io.OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
