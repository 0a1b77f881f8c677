package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Stranger;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is ended from outside takes back what it wrote, and says how far it came. */
class CleanUpIT {
  private static final int SECONDS_TO_END = 15;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whoeverEndsARunFindsNobodyChanged(String signal, int exitCode) throws Exception {
    try (Stranger stranger = Stranger.start()) {
      Path log = folder.resolve("check.log");
      Process check = check(stranger, log);
      try {
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> hasWrittenEverything(stranger) || !check.isAlive());
        assertTrue(check.isAlive(), () -> text(log));
        assertEquals(
            0, new ProcessBuilder("kill", "-" + signal, "" + check.pid()).start().waitFor());
        assertTrue(check.waitFor(SECONDS_TO_END, TimeUnit.SECONDS), () -> text(log));
      } finally {
        check.destroyForcibly();
      }
      assertEquals(exitCode, check.exitValue(), () -> text(log));
      Stranger.USERS.forEach(
          user -> assertEquals(List.of(), stranger.leftOf(user), () -> text(log)));
      assertTrue(text(log).contains("interrupted; cleaning up after "), text(log));
      assertTrue(text(log).contains("checks: not sent: the run was interrupted"), text(log));
      assertTrue(text(log).contains("contract: UNKNOWN"), text(log));
      assertPartial(ResultFiles.contract(folder));
    }
  }

  private static void assertPartial(ContractResult result) {
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertTrue(result.reason().contains("the run was interrupted"), result.reason());
    assertTrue(result.totals().get(Outcome.BROKEN) > 0, result.totals().toString());
  }

  /** A session, a preference and a message of one user, so that there is all to take back. */
  private static boolean hasWrittenEverything(Stranger stranger) {
    return Stranger.USERS.stream().anyMatch(user -> stranger.leftOf(user).size() >= 3);
  }

  private Process check(Stranger stranger, Path log) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "opaque");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            "env",
            "--default-signal=INT", // a build in the background ignores it, and so would its child
            java,
            "-XX:TieredStopAtLevel=1",
            "-jar",
            Path.of("target", "rollcall.jar").toAbsolutePath().toString(),
            "check",
            "--target=" + stranger.url(),
            "--allow-writes=127.0.0.1",
            "--test-users=" + String.join(",", Stranger.USERS),
            "--token-file=" + token,
            "--pace=10",
            "--only=setPresence,setUserPreferredPresence,setStatusMessage,sequences,clearPresence",
            "--out=" + folder);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
