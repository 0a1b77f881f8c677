package dev.rollcall.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fake some of whose control plane is staged, so that a page shows the same in every run. What is
 * not staged is the fake's own.
 */
final class StagedFake implements AutoCloseable {
  private static final String PLANE = "/__admin/presence/";
  private static final JsonMapper JSON = new JsonMapper();

  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<JsonNode, Said>> staged = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** An answer. */
  record Said(int status, Object json) {}

  StagedFake() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(PLANE, this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String page() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PLANE + "ui";
  }

  /**
   * @param name method and subject, such as {@code GET people}
   * @param answer of the body, or of the query as text
   */
  void stage(String name, Function<JsonNode, Object> answer) {
    staged.put(name, body -> new Said(200, answer.apply(body)));
  }

  void refuse(String name, int status, String error) {
    staged.put(name, body -> new Said(status, Map.of("error", error)));
  }

  /** Whether that was asked so far, and how often. */
  long asked(String name) {
    return asked.stream().filter(name::equals).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      String name = exchange.getRequestMethod() + " " + uri.getPath().substring(PLANE.length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      asked.add(name);
      Function<JsonNode, Said> own = staged.get(name);
      if (own == null) {
        pass(exchange, body);
      } else {
        Said said = own.apply(uri.getQuery() == null ? JSON.readTree(body) : query(uri));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, said.status(), JSON.writeValueAsBytes(said.json()));
      }
    }
  }

  private static JsonNode query(URI uri) {
    var object = JSON.createObjectNode();
    for (String pair : uri.getQuery().split("&")) {
      object.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return object;
  }

  private void pass(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fake.baseUrl() + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      for (String header : List.of("Content-Type", "Content-Security-Policy")) {
        response
            .headers()
            .firstValue(header)
            .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
      }
      send(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the fake was asked", e);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    fake.close();
  }
}
