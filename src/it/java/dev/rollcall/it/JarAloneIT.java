package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shaded jar in a folder with nothing beside it, outside of the checkout. */
@Timeout(120)
class JarAloneIT {
  private static final String JAR = "rollcall.jar";
  private static final Pattern ADDRESS = Pattern.compile("fake listening on (http://\\S+)");

  @TempDir Path folder;

  @BeforeEach
  void copyTheJar() throws IOException {
    Files.copy(Path.of("target", JAR), folder.resolve(JAR));
  }

  @Test
  void checkJudgesTheEmbeddedFakeAndWritesItsPages() throws Exception {
    Process check = start("check", "--only", "getPresence");
    String printed = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), printed);
    assertTrue(printed.contains("contract: CONFORMS"), printed);
    for (String result : List.of("contract.json", "contract.html", "index.html")) {
      assertTrue(Files.exists(folder.resolve(Path.of("target", "rollcall", result))), result);
    }
  }

  @Test
  void fakeAnswers() throws Exception {
    Process fake = start("fake");
    try (BufferedReader printed = fake.inputReader(StandardCharsets.UTF_8)) {
      String first = printed.readLine();
      Matcher address = ADDRESS.matcher(String.valueOf(first));
      assertTrue(address.find(), first);
      assertEquals(200, statusOf(address.group(1) + "/v1.0/me/presence"));
    } finally {
      fake.destroy();
      fake.waitFor();
    }
  }

  @Test
  void thePortFileGoesWithTheProcess() throws Exception {
    Path file = folder.resolve("fake.port");
    Process fake = start("fake", "--port", "0", "--port-file", file.toString());
    try (BufferedReader printed = fake.inputReader(StandardCharsets.UTF_8)) {
      String first = printed.readLine();
      assertTrue(Files.exists(file), first);
      String port = Files.readString(file).strip();
      assertEquals(200, statusOf("http://127.0.0.1:" + port + "/v1.0/me/presence"));
    } finally {
      fake.destroy();
      fake.waitFor();
    }
    assertTrue(Files.notExists(file));
  }

  private Process start(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    return builder.start();
  }

  private static int statusOf(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer any").build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
