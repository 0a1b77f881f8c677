package dev.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.Settings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the fake says when it listens. */
class FakeCommandTest {
  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void httpsSaysWhereTheCertificateIs() throws Exception {
    Path pem = folder.resolve("fake.pem");
    var err = new ByteArrayOutputStream();
    var listening = new PipedOutputStream();
    var said =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(listening), StandardCharsets.UTF_8));
    var ended =
        new FutureTask<>(
            () -> {
              try (var out = new PrintStream(listening, true, StandardCharsets.UTF_8)) {
                return cli(out, err).run("fake", "--https", "--certificate", pem.toString());
              }
            });
    var fake = new Thread(ended, "fake");
    fake.start();
    String first = said.readLine();
    assertTrue(first.startsWith("fake listening on https://127.0.0.1:"), first + err);
    assertEquals("certificate " + pem, said.readLine());
    assertTrue(Files.readString(pem).startsWith("-----BEGIN CERTIFICATE-----\n"));
    for (int user = 1; user <= 5; user++) {
      assertTrue(said.readLine().startsWith("user "));
    }
    fake.interrupt();
    assertEquals(0, ended.get());
  }

  private static Cli cli(PrintStream out, ByteArrayOutputStream err) {
    return new Cli(
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Settings::exactly,
        WorkflowStep.of(Map.of()));
  }
}
