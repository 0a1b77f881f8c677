package dev.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.contract.wire.RawServer;
import dev.rollcall.definition.Definition;
import dev.rollcall.target.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear sentence on standard error, exit code 2 and no stack trace. */
class CliTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void anUnknownFlagIsNamed() {
    assertRefused("Unknown options: '--tarqet'", "check", "--tarqet", "http://h");
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertRefused("Unmatched argument at index 0: 'chek'", "chek");
  }

  @Test
  void aFlagWithoutItsValueIsNamed() {
    assertRefused("Missing required parameter for option '--target'", "check", "--target");
  }

  @Test
  void aDryRunOfLoadTellsWhatItWouldTake() {
    assertEquals(0, run("load", "--dry-run", "--profile", "ramp", "--shard", "2/3"));
    String told = out.toString(StandardCharsets.UTF_8);
    assertTrue(
        told.contains("rate      from 5 to 45 a second in 120 s; 45 a second for 60 s"), told);
    assertTrue(told.contains("shard     2/3, requests, users and budgets divided"), told);
    assertTrue(told.contains("at most 450 in any 30 s of 500, 10 % left"), told);
  }

  @Test
  void aDryRunOfLoadThatWouldBeRefusedSaysWhy() {
    assertEquals(
        2, run("load", "--dry-run", "--quota", "read-api", "--rate", "60", "--duration", "1m"));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("300 too many; kept"));
    assertEquals(
        "rollcall: profile smoke at 60 a second makes up to 1,800 requests in 30 s, read-api of"
            + " getPresencesByUserId allows 1,500; give --rate 50 or less",
        err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void anUnreachableTargetIsNamed() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    assertRefused(
        "nothing answers at http://127.0.0.1:" + closed + "; check the address",
        "check",
        "--target",
        "http://127.0.0.1:" + closed,
        "--out",
        folder.toString());
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertRefused(
          "cannot listen on 127.0.0.1:" + socket.getLocalPort(),
          "fake",
          "--port",
          "" + socket.getLocalPort());
    }
  }

  @Test
  void anUnreadablePageIsNamedWithItsLine() throws IOException {
    Path page = folder.resolve("v1.0/resources/presence.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "---\ntitle: presence\ndoc_type: resourcePageType\n---\n\nNothing.\n");
    assertRefused("resources/presence.md:", "derive", "--docs", folder.toString());
  }

  @Test
  void deriveWritesTheSchemasOfEveryVersionAndSaysEachDisagreementOnce() throws IOException {
    assertEquals(0, run("derive", "--out", folder.toString()));
    for (String version : Definition.VERSIONS) {
      String error = version + "/error.schema.json";
      assertEquals(
          Files.readString(Path.of("schemas", error)), Files.readString(folder.resolve(error)));
    }
    assertFalse(Files.exists(folder.resolve("beta/setManualLocation.request.schema.json")));
    assertEquals(
        Definition.bundled("v1.0").disagreements().size() + Definition.VERSIONS.size(),
        out.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void aTokenGivenAsAnOptionIsRefusedWithoutRepeatingIt() {
    assertRefused("--token: an option is visible to everybody", "check", "--token=hunter2");
    assertFalse(err.toString(StandardCharsets.UTF_8).contains("hunter2"));
  }

  @Test
  void aFaultIsForTheEmbeddedFakeOnly() {
    assertRefused(
        "--fault is for the embedded fake only",
        "check",
        "--target",
        "http://127.0.0.1:1",
        "--fault",
        "busy-fades");
  }

  @Test
  void aFaultThatNobodyKnowsIsNamed() {
    assertRefused(
        "there is no fault 'bussy-fades'; the nearest is 'busy-fades'",
        "fake",
        "--fault",
        "bussy-fades");
    assertRefused(
        "there is no fault 'bussy-fades'; the nearest is 'busy-fades'",
        "check",
        "--fault",
        "bussy-fades",
        "--out",
        folder.toString());
  }

  @Test
  void aCertificateIsForHttpsOnly() {
    assertRefused(
        "--certificate fake.pem: it is for HTTPS only; add --https",
        "fake",
        "--certificate",
        "fake.pem");
    assertRefused(
        "--client-ca ca.pem: it is for HTTPS only; add --https", "fake", "--client-ca", "ca.pem");
  }

  @Test
  void aPortFileThatCannotBeOneIsNamed() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.txt"), "buy milk");
    assertRefused(
        "--port-file " + other + ": it holds something else than a port",
        "fake",
        "--port-file",
        other.toString());
    assertEquals("buy milk", Files.readString(other));
    Path nowhere = folder.resolve("none").resolve("port");
    assertRefused(
        "--port-file " + nowhere + ": its folder does not exist",
        "fake",
        "--port-file",
        nowhere.toString());
  }

  @Test
  void aClientCaThatCannotBeReadIsNamed() {
    String ca = folder.resolve("ca.pem").toString();
    assertRefused("client CA " + ca + " cannot be read", "fake", "--https", "--client-ca", ca);
  }

  @Test
  void aSelectionOfNothingIsNamed() {
    assertRefused("--only time.expirs: it selects no check", "check", "--only", "time.expirs");
  }

  @Test
  void aMissingResultIsNamed() {
    assertRefused(folder.toString(), "report", "--in", folder.toString());
  }

  @Test
  void aStackTraceIsPrintedWhenAskedFor() {
    assertEquals(2, run("check", "--only", "nothing", "--stack-trace"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("\tat dev.rollcall."));
  }

  @Test
  void helpListsEveryOptionOfTheCommand() {
    assertEquals(0, run("check", "--help"));
    assertEquals(0, err.size());
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("--allow-writes=HOST"));
  }

  @Test
  void aDryRunListsTheCatalogueAndWhatKeepsChecksFromRunning() {
    assertEquals(0, run("check", "--dry-run"));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.size() > Catalogue.entries().size());
    assertTrue(lines.get(0).startsWith("v1.0  getPresence."), lines.get(0));
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.matches(
                        "\\d+ checks would run, \\d+ would be skipped; about \\d+ requests")));
  }

  @Test
  void aDryRunOfASelectionListsThatAlone() {
    assertEquals(0, run("check", "--dry-run", "--only", "time.expires"));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.get(0).contains("time.expires"), lines.get(0));
    assertTrue(lines.stream().noneMatch(line -> line.contains("getPresence.shape")));
  }

  @Test
  void aDryRunSaysWhenNothingAnswers() {
    assertRefused(
        "nothing answers at http://127.0.0.1:1",
        "check",
        "--dry-run",
        "--target",
        "http://127.0.0.1:1");
  }

  @Test
  void onATargetOfSomebodysTheQuotaThatWasTakenIsTold() throws IOException {
    String refusal = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";
    try (RawServer server = RawServer.everywhere(RawServer.says(refusal))) {
      run(
          "check",
          "--target",
          server.url(),
          "--test-users",
          "0badcafe-0000-4000-8000-00000000000a",
          "--only",
          "getPresence.needs-token",
          "--pace",
          "1000",
          "--out",
          folder.toString());
    }
    String quota =
        "quota: \\d+ requests? in \\d+ s, at most \\d+ in any 30 s of .*; throttled 0 times";
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.get(lines.size() - 1).matches(quota), lines.toString());
  }

  private void assertRefused(String beginning, String... args) {
    err.reset();
    int code = run(args);
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(2, code, said);
    assertTrue(said.startsWith("rollcall: " + beginning) || said.contains(beginning), said);
    assertEquals(1, said.lines().count(), said);
    assertFalse(said.contains("\tat "), said);
  }

  private int run(String... args) {
    return new Cli(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Settings::exactly,
            WorkflowStep.of(Map.of()))
        .run(args);
  }
}
