package dev.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.Settings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

  /** A fake in a thread of its own, which ends when it is interrupted. */
  private record Running(Thread thread, FutureTask<Integer> ended, BufferedReader said) {

    static Running fake(String... options) throws IOException {
      var err = new ByteArrayOutputStream();
      var listening = new PipedOutputStream();
      var said =
          new BufferedReader(
              new InputStreamReader(new PipedInputStream(listening), StandardCharsets.UTF_8));
      var ended =
          new FutureTask<>(
              () -> {
                try (var out = new PrintStream(listening, true, StandardCharsets.UTF_8)) {
                  return cli(out, err).run(options);
                }
              });
      var thread = new Thread(ended, "fake");
      thread.start();
      return new Running(thread, ended, said);
    }

    void end() throws Exception {
      thread.interrupt();
      assertEquals(0, ended.get());
    }
  }

  @Test
  @Timeout(60)
  void httpsSaysWhereTheCertificateIs() throws Exception {
    Path pem = folder.resolve("fake.pem");
    Running fake = Running.fake("fake", "--https", "--certificate", pem.toString());
    String first = fake.said.readLine();
    String listening = "fake listening on ";
    assertTrue(first.startsWith(listening + "https://127.0.0.1:"), first);
    assertEquals(
        "page " + first.substring(listening.length()) + "/__admin/presence/ui",
        fake.said.readLine());
    assertEquals("certificate " + pem, fake.said.readLine());
    assertTrue(Files.readString(pem).startsWith("-----BEGIN CERTIFICATE-----\n"));
    for (int user = 1; user <= 5; user++) {
      assertTrue(fake.said.readLine().startsWith("user "));
    }
    fake.end();
  }

  @Test
  @Timeout(60)
  void thePortFileIsThereWhileTheFakeAnswers() throws Exception {
    Path file = Files.writeString(folder.resolve("port"), "65000\n");
    Running fake = Running.fake("fake", "--port", "0", "--port-file", file.toString());
    String first = fake.said.readLine();
    String address = "http://127.0.0.1:" + Files.readString(file).strip();
    assertEquals("fake listening on " + address, first);
    String page = fake.said.readLine();
    assertTrue(page.startsWith("page " + address), page);
    assertEquals(200, statusOf(page.substring("page ".length())));
    fake.end();
    assertFalse(Files.exists(file));
  }

  private static int statusOf(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static Cli cli(PrintStream out, ByteArrayOutputStream err) {
    return new Cli(
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Settings::exactly,
        WorkflowStep.of(Map.of()));
  }
}
