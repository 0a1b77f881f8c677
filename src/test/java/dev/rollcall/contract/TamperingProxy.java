package dev.rollcall.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a service and passes everything on, but for one answer that it changes once. */
final class TamperingProxy implements AutoCloseable {
  /** Those that a connection is about, and no message. */
  private static final Set<String> OF_CONNECTIONS =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final HttpServer server;
  private final String behind;
  private final String original;
  private final String changed;
  private final AtomicBoolean done = new AtomicBoolean();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private TamperingProxy(HttpServer server, String behind, String original, String changed) {
    this.server = server;
    this.behind = behind;
    this.original = original;
    this.changed = changed;
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * @param behind the service's address
   * @param original text in the answer to a GET that is changed, once; empty for none
   */
  static TamperingProxy before(String behind, String original, String changed) throws IOException {
    return new TamperingProxy(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
        behind,
        original,
        changed);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether it has changed something. */
  boolean hasTampered() {
    return done.get();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<byte[]> answer =
          client.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (isPassed(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      byte[] body = tampered(exchange.getRequestMethod(), answer.body());
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (isPassed(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static boolean isPassed(String header) {
    return !OF_CONNECTIONS.contains(header.toLowerCase(java.util.Locale.ROOT));
  }

  private byte[] tampered(String method, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    boolean hit = !original.isEmpty() && method.equals("GET") && text.contains(original);
    return hit && done.compareAndSet(false, true)
        ? text.replace(original, changed).getBytes(StandardCharsets.UTF_8)
        : body;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
