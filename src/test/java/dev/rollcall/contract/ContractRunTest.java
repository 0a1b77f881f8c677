package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.wire.RawServer;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs against servers that are not ours. */
@Timeout(60)
class ContractRunTest {
  private static final String USER = "11111111-1111-1111-1111-111111111111";

  @TempDir Path folder;

  @Test
  void whereNothingAnswersTheResultSaysSoInOneSentence() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    ContractResult result = run("http://127.0.0.1:" + closed, Map.of());
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertEquals(
        "nothing answers at http://127.0.0.1:"
            + closed
            + "; check the address, and that the service is running",
        result.reason());
    assertEquals(result, ResultFiles.contract(folder));
  }

  @Test
  void aTargetThatDropsEveryConnectionIsBrokenAndNotFailed() throws IOException {
    try (RawServer server = RawServer.start(RawServer.says(""))) {
      ContractResult result = run(server.url(), Map.of(Setting.ONLY, List.of("getPresence")));
      Finding shape = finding(result, "getPresence.shape");
      assertEquals(Outcome.BROKEN, shape.outcome());
      assertTrue(
          shape.reason().endsWith("the connection was closed before a status line came"),
          shape.reason());
      assertEquals(Verdict.UNKNOWN, result.verdict());
    }
  }

  @Test
  void aTargetThatSpeaksNonsenseFailsAndIsNotBroken() throws IOException {
    try (RawServer server = RawServer.start(RawServer.says("lorem ipsum\r\n\r\n"))) {
      ContractResult result = run(server.url(), Map.of(Setting.ONLY, List.of("getPresence")));
      assertEquals(Outcome.FAILED, finding(result, "getPresence.shape").outcome());
      assertEquals(0, result.totals().get(Outcome.BROKEN));
      assertEquals(Verdict.DEVIATES, result.verdict());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"text\"",
        "null",
        "{\"value\":[null,1,{\"id\":7,\"availability\":{}}],\"id\":[],\"statusMessage\":7}",
        "{\"error\":\"no\",\"responses\":[1,{\"id\":\"1\",\"status\":\"200\",\"headers\":3}]}"
      })
  void whateverATargetAnswersNoCheckOfOursBreaks(String body) throws IOException {
    try (RawServer server = RawServer.start(json(200, body))) {
      ContractResult result = run(server.url(), Map.of(Setting.ALLOW_WRITES, List.of("127.0.0.1")));
      assertEquals(
          List.of(),
          result.checks().stream()
              .filter(check -> check.outcome() == Outcome.BROKEN)
              .map(check -> check.id() + ": " + check.reason())
              .toList());
      assertEquals(Verdict.DEVIATES, result.verdict());
    }
  }

  @Test
  void whatIsNotOursIsReadOnlyUnlessItsHostIsNamed() throws IOException {
    try (RawServer server = RawServer.start(json(200, "{}"))) {
      ContractResult readOnly = run(server.url(), Map.of());
      Finding write = finding(readOnly, "setPresence.shape");
      assertEquals(Outcome.SKIPPED, write.outcome());
      assertEquals(
          "needs permission to write: give --allow-writes HOST and --test-users ID,ID,...",
          write.reason());
      assertEquals(List.of(), writes(server));
      assertEquals(server.url(), readOnly.target().root());
      run(server.url(), Map.of(Setting.ALLOW_WRITES, List.of("127.0.0.1")));
      assertFalse(writes(server).isEmpty());
      assertTrue(
          server.requests().stream()
              .filter(request -> request.contains("/users/"))
              .allMatch(request -> request.contains(USER) || isMadeUp(request)),
          "only users that were named are touched");
    }
  }

  @Test
  void aSignedInUserWhoIsNotNamedIsNeverWritten() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "somebody");
    String stranger = "{\"id\":\"22222222-2222-2222-2222-222222222222\"}";
    Map<Setting, List<String>> allowed =
        Map.of(
            Setting.ALLOW_WRITES, List.of("127.0.0.1"),
            Setting.TOKEN_FILE, List.of(token.toString()));
    try (RawServer server = RawServer.start(json(200, ""), json(200, stranger))) {
      ContractResult result = run(server.url(), allowed);
      assertEquals(
          "needs the signed-in user among --test-users, who else is only read",
          finding(result, "setStatusMessage.published").reason());
      assertFalse(writes(server).isEmpty());
      assertTrue(
          writes(server).stream().allMatch(line -> line.contains("/users/" + USER)),
          "the one documented path, the one named user");
    }
  }

  @Test
  void whatRollcallSetItClearsInTheEnd() throws IOException {
    try (RawServer server = RawServer.start(json(200, ""))) {
      run(
          server.url(),
          Map.of(
              Setting.ALLOW_WRITES, List.of("127.0.0.1"),
              Setting.ONLY, List.of("setPresence.shows", "setStatusMessage.shows")));
      List<String> lines = writes(server);
      assertTrue(lines.get(lines.size() - 1).contains("/setStatusMessage"), lines.toString());
      assertTrue(lines.get(lines.size() - 2).contains("/clearPresence"), lines.toString());
    }
  }

  @Test
  void driftIsAdviceOnATargetThatIsNotOurs() throws IOException {
    String presence =
        "{\"id\":\"ABCDEF00-1111-1111-1111-111111111111\",\"availability\":\"Avaliable\",\"activity\":\"Away\",\"new\":1}";
    try (RawServer server = RawServer.start(json(200, presence))) {
      ContractResult result = run(server.url(), Map.of(Setting.ONLY, List.of("getPresence.shape")));
      assertEquals(Outcome.PASSED, finding(result, "getPresence.shape").outcome());
      assertEquals(
          List.of("unknown-member /new", "unknown-value /availability"),
          result.violations().stream().map(v -> v.kind() + " " + v.pointer()).sorted().toList());
      assertEquals(Verdict.CONFORMS, result.verdict());
      Map<Setting, List<String>> strict =
          Map.of(Setting.ONLY, List.of("getPresence.shape"), Setting.STRICT, List.of("true"));
      assertEquals(Verdict.DEVIATES, run(server.url(), strict).verdict());
    }
  }

  @Test
  void aMixOfSpellingsIsDrift() throws IOException {
    String presence =
        "{\"id\":\"" + USER + "\",\"availability\":\"Busy\",\"activity\":\"inACall\"}";
    try (RawServer server = RawServer.start(json(200, presence))) {
      ContractResult result = run(server.url(), Map.of(Setting.ONLY, List.of("getPresence.shape")));
      assertEquals(
          List.of("mixed-dialect /activity"),
          result.violations().stream().map(v -> v.kind() + " " + v.pointer()).toList());
    }
  }

  @Test
  void aTokenThatIsSentIsFoundInNoResult() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "hunter2-canary");
    try (RawServer server =
        RawServer.start(json(500, "{\"error\":{\"code\":\"x\",\"message\":\"hunter2-canary\"}}"))) {
      run(server.url(), Map.of(Setting.TOKEN_FILE, List.of(token.toString())));
      assertTrue(server.requests().stream().anyMatch(sent -> sent.contains("hunter2-canary")));
      Files.delete(token);
      try (var files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertFalse(Files.readString(file).contains("hunter2-canary"), file.toString());
        }
      }
    }
  }

  private ContractResult run(String url, Map<Setting, List<String>> more) {
    var given = new EnumMap<Setting, List<String>>(Setting.class);
    given.put(Setting.TARGET, List.of(url));
    given.put(Setting.TEST_USERS, List.of(USER));
    given.put(Setting.PACE, List.of("100000"));
    given.put(Setting.OUT, List.of(folder.toString()));
    given.putAll(more);
    return ContractRun.of(Settings.exactly(given)).result();
  }

  private static RawServer.Behaviour json(int status, String body) {
    return RawServer.says(
        "HTTP/1.1 "
            + status
            + " X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static List<String> writes(RawServer server) {
    return server.requests().stream()
        .map(request -> request.lines().findFirst().orElseThrow())
        .filter(line -> !line.startsWith("GET ") && !line.contains("getPresencesByUserId"))
        .toList();
  }

  /** A check that asks for a user whom nobody has. */
  private static boolean isMadeUp(String request) {
    return request.startsWith("GET ");
  }

  private static Finding finding(ContractResult result, String id) {
    return result.checks().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
