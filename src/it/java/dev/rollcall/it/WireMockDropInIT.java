package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that lies beside WireMock's own, and nothing else. */
@Timeout(120)
class WireMockDropInIT {
  private static final Pattern PORT = Pattern.compile("^port:\\s+(\\d+)");
  private static final String SERVICES =
      "META-INF/services/com.github.tomakehurst.wiremock.extension.ExtensionFactory";
  private static final String OWN_STUB =
      """
      {"request": {"method": "GET", "urlPath": "/v1.0/me/presence"},
       "response": {"jsonBody": {"availability": "OfMyOwn"}}}
      """;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Process wireMock;
  private String address;

  @BeforeEach
  void start() throws Exception {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(
        mappings.resolve("shop.json"),
        "{\"request\": {\"urlPath\": \"/shop\"}, \"response\": {\"body\": \"open\"}}");
    wireMock =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                wireMockJar() + File.pathSeparator + dropIn(),
                "wiremock.Run",
                "--port",
                "0")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    BufferedReader printed = wireMock.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      said.append(line).append('\n');
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        address = "http://127.0.0.1:" + port.group(1);
        return;
      }
    }
    throw new IllegalStateException("WireMock names no port: " + said);
  }

  @AfterEach
  void stop() throws InterruptedException {
    wireMock.destroy();
    wireMock.waitFor();
  }

  private static Path wireMockJar() throws URISyntaxException {
    return Path.of(
        WireMockServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Path dropIn() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-wiremock.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  private String post(String path, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private String send(HttpRequest.Builder request) throws Exception {
    request.header("Authorization", "Bearer any");
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
    return answer.body();
  }

  @Test
  void anyWireMockBecomesAPresenceBackendAndOwnStubsComeFirst() throws Exception {
    assertTrue(get("/v1.0/me/presence").contains("\"availability\":\"Offline\""));
    post(
        "/v1.0/me/presence/setPresence",
        "{\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}");
    assertTrue(get("/v1.0/me/presence").contains("\"activity\":\"InACall\""));
    assertTrue(get("/__admin/presence/users").contains("users"));
    assertEquals("open", get("/shop"));
    post("/__admin/mappings", OWN_STUB);
    assertEquals("{\"availability\":\"OfMyOwn\"}", get("/v1.0/me/presence"));
    post("/__admin/mappings/reset", "");
    assertTrue(get("/v1.0/me/presence").contains("\"activity\":\"InACall\""));
  }

  @Test
  void itHoldsNothingThatCouldMeetSomebodyElses() throws Exception {
    try (JarFile jar = new JarFile(dropIn().toFile())) {
      List<String> classes =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class"))
              .toList();
      assertEquals(
          List.of(), classes.stream().filter(name -> !name.startsWith("dev/rollcall/")).toList());
      assertFalse(classes.stream().anyMatch(name -> name.startsWith("dev/rollcall/contract/")));
      assertTrue(jar.getEntry(SERVICES) != null);
    }
  }
}
