package dev.rollcall.bench;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fake beside a stub that answers fixed bytes of the same size, in one process, for {@code
 * src/bench/fake-batch-cost}.
 */
final class FakeServer {
  private static final int IDS = 650;

  private FakeServer() {}

  public static void main(String[] args) throws Exception {
    PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
    HttpClient client = HttpClient.newHttpClient();
    JsonNode users =
        JsonMapper.shared().readTree(send(client, fake, "GET", "/__admin/presence/users", ""));
    String ids =
        users
            .path("users")
            .valueStream()
            .limit(IDS)
            .map(JsonNode::toString)
            .collect(Collectors.joining(",", "{\"ids\":[", "]}"));
    String answer = send(client, fake, "POST", "/v1.0/communications/getPresencesByUserId", ids);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    send(
        client,
        fake,
        "POST",
        "/__admin/mappings",
        "{\"request\":{\"url\":\"/fixed\"},\"response\":{\"headers\":{\"Content-Type\":\"application/json\","
            + "\"Content-Length\":\""
            + bytes.length
            + "\"},\"base64Body\":\""
            + Base64.getEncoder().encodeToString(bytes)
            + "\"}}");
    Files.writeString(
        Path.of(args[0]),
        "wrk.method = \"POST\"\nwrk.headers[\"Authorization\"] = \"Bearer bench\"\n"
            + "wrk.headers[\"Content-Type\"] = \"application/json\"\nwrk.body = [["
            + ids
            + "]]\n");
    System.out.println(
        fake.port() + " " + ManagementFactory.getRuntimeMXBean().getPid() + " " + bytes.length);
    new CountDownLatch(1).await();
  }

  private static String send(
      HttpClient client, PresenceFake fake, String method, String path, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(fake.baseUrl() + path))
            .header("Authorization", "Bearer bench")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
