package dev.rollcall.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of those that are compared, in a process of its own until it is ended: the fake, or WireMock
 * with a stub that answers as many bytes. All of them run on the same options.
 */
final class CostServer {
  private static final int USERS = 100_000;
  private static final int LISTS = 1_000;
  private static final int IDS = 650;
  private static final int THREADS = 25;
  private static final long SEED = 650;
  private static final String BATCH = "/v1.0/communications/getPresencesByUserId";

  // As many bytes as an item of the fake has on average, all but the id the same.
  private static final String TEMPLATE =
      """
      {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.presence)","value":[\
      {{#each (jsonPath request.body '$.ids') as |id|}}{{#unless @first}},{{/unless}}\
      {"id":"{{id}}","availability":"Available","activity":"Available","statusMessage":null,\
      "outOfOfficeSettings":{"message":null,"isOutOfOffice":false},"sequenceNumber":"A0212345678"}\
      {{/each}}]}""";

  private CostServer() {}

  /**
   * @param args {@code fake}, {@code fixed} or {@code template}, and a folder: the fake writes
   *     {@code lists} and {@code answer}, which the others need; each writes its address to a file
   *     of its name
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[1]);
    String url =
        switch (args[0]) {
          case "fake" -> fake(folder);
          case "fixed" -> wireMock(fixed(Files.readAllBytes(folder.resolve("answer"))));
          case "template" -> wireMock(template());
          default -> throw new IllegalArgumentException(args[0] + " is none of those compared");
        };
    Files.writeString(folder.resolve(args[0]), url + BATCH);
    Thread.currentThread().join();
  }

  private static String fake(Path folder) throws IOException, InterruptedException {
    PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withUsers(USERS));
    HttpClient http = HttpClient.newHttpClient();
    List<String> ids = new ArrayList<>(users(http, fake.baseUrl()));
    Random random = new Random(SEED);
    String body = "";
    try (PrintWriter lists =
        new PrintWriter(folder.resolve("lists").toFile(), StandardCharsets.US_ASCII)) {
      for (int i = 0; i < LISTS; i++) {
        for (int j = 0; j < IDS; j++) {
          Collections.swap(ids, j, j + random.nextInt(ids.size() - j));
        }
        body = "{\"ids\":[\"" + String.join("\",\"", ids.subList(0, IDS)) + "\"]}";
        lists.println(body);
      }
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fake.baseUrl() + BATCH))
            .header("Authorization", "Bearer opaque")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    Files.write(folder.resolve("answer"), http.send(request, BodyHandlers.ofByteArray()).body());
    return fake.baseUrl();
  }

  private static List<String> users(HttpClient http, String base)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/__admin/presence/users")).build();
    return new JsonMapper()
        .readTree(http.send(request, BodyHandlers.ofByteArray()).body())
        .path("users")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private static ResponseDefinitionBuilder fixed(byte[] answer) {
    return WireMock.aResponse()
        .withHeader("Content-Length", Integer.toString(answer.length))
        .withBody(answer);
  }

  private static ResponseDefinitionBuilder template() {
    return WireMock.aResponse().withBody(TEMPLATE).withTransformers("response-template");
  }

  private static String wireMock(ResponseDefinitionBuilder response) {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(THREADS)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .maxLoggedResponseSize(0)
                .gzipDisabled(true)
                .http2PlainDisabled(true));
    server.start();
    server.stubFor(
        WireMock.any(WireMock.anyUrl())
            .willReturn(response.withHeader("Content-Type", "application/json")));
    return server.baseUrl();
  }
}
