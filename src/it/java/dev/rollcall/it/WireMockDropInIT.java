package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that lies beside WireMock's own, and nothing else. */
@Timeout(120)
class WireMockDropInIT {
  private static final String SERVICES =
      "META-INF/services/com.github.tomakehurst.wiremock.extension.ExtensionFactory";
  private static final String OWN_STUB =
      """
      {"request": {"method": "GET", "urlPath": "/v1.0/me/presence"},
       "response": {"jsonBody": {"availability": "OfMyOwn"}}}
      """;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;
  private FakeProcess wireMock;
  private String address;

  @BeforeEach
  void start() throws Exception {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(
        mappings.resolve("shop.json"),
        "{\"request\": {\"urlPath\": \"/shop\"}, \"response\": {\"body\": \"open\"}}");
    wireMock = FakeProcess.besideWireMock(folder);
    address = "http://127.0.0.1:" + wireMock.port();
  }

  @AfterEach
  void stop() {
    wireMock.close();
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
    try (JarFile jar = new JarFile(FakeProcess.dropIn().toFile())) {
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
