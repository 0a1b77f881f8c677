package dev.rollcall.bench;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fake in a process of its own, for measuring. Beside it the same server answers {@code POST
 * /fixed} with bytes fixed beforehand, those of the answer for 650. Runs until it is ended.
 */
final class FakeServer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int IDS = 650;

  private FakeServer() {}

  /**
   * @param args a folder, which is given {@code batch.json}, the body to ask with, and then {@code
   *     url}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
    Runtime.getRuntime().addShutdownHook(new Thread(fake::close));
    HttpClient http = HttpClient.newHttpClient();
    String batch = batch(http, fake.baseUrl());
    byte[] answer =
        post(http, fake.baseUrl() + "/v1.0/communications/getPresencesByUserId", batch).body();
    fix(http, fake.baseUrl(), answer);
    Files.writeString(folder.resolve("batch.json"), batch);
    Files.writeString(folder.resolve("url"), fake.baseUrl());
    Thread.currentThread().join();
  }

  private static String batch(HttpClient http, String base)
      throws IOException, InterruptedException {
    HttpRequest users =
        HttpRequest.newBuilder(URI.create(base + "/__admin/presence/users")).build();
    List<String> ids =
        JSON.readTree(http.send(users, BodyHandlers.ofByteArray()).body())
            .path("users")
            .valueStream()
            .limit(IDS)
            .map(id -> id.asString())
            .toList();
    return ids.stream().collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"));
  }

  private static void fix(HttpClient http, String base, byte[] answer)
      throws IOException, InterruptedException {
    String stub =
        """
        {"request": {"method": "POST", "urlPath": "/fixed"},
         "response": {"status": 200, "base64Body": "%s",
           "headers": {"Content-Type": "application/json", "Content-Length": "%d"}}}
        """
            .formatted(Base64.getEncoder().encodeToString(answer), answer.length);
    post(http, base + "/__admin/mappings", stub);
  }

  private static HttpResponse<byte[]> post(HttpClient http, String url, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer opaque")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(url + " answered " + response.statusCode());
    }
    return response;
  }
}
