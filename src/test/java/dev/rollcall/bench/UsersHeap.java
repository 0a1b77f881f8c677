package dev.rollcall.bench;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints the heap that a fake with many users keeps after a share of them was read and written. */
final class UsersHeap {
  private static final int READ_AT_ONCE = 650;
  private static final int WRITTEN_EVERY = 10;

  private UsersHeap() {}

  /**
   * @param args how many users there are, and how many of them are read; a tenth of these is
   *     written to as well
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int users = Integer.parseInt(args[0]);
    int read = Integer.parseInt(args[1]);
    long before = kept();
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withUsers(users))) {
      long started = kept();
      touch(fake.baseUrl(), read);
      System.out.printf(
          "%d users: %d MB after the start, %d MB with %d of them read%n",
          users, (started - before) >> 20, (kept() - before) >> 20, read);
    }
  }

  private static void touch(String base, int read) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    List<String> ids =
        new JsonMapper()
            .readTree(
                send(http, HttpRequest.newBuilder(URI.create(base + "/__admin/presence/users"))))
            .path("users")
            .valueStream()
            .map(JsonNode::asString)
            .limit(read)
            .toList();
    for (int i = 0; i < ids.size(); i += READ_AT_ONCE) {
      List<String> some = ids.subList(i, Math.min(ids.size(), i + READ_AT_ONCE));
      post(
          http,
          base + "/v1.0/communications/getPresencesByUserId",
          "{\"ids\":[\"" + String.join("\",\"", some) + "\"]}");
    }
    for (int i = 0; i < ids.size(); i += WRITTEN_EVERY) {
      post(
          http,
          base + "/v1.0/users/" + ids.get(i) + "/presence/setPresence",
          "{\"sessionId\":\"x\",\"availability\":\"Busy\",\"activity\":\"InACall\"}");
    }
  }

  private static void post(HttpClient http, String url, String body)
      throws IOException, InterruptedException {
    send(
        http,
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer opaque")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static byte[] send(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
    }
    return response.body();
  }

  private static long kept() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
