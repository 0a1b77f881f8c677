package dev.rollcall.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A service on loopback that tells whether it is our fake, names its users, and does no more. */
public final class StandIn implements AutoCloseable {
  private static final String ADMIN = "/__admin/presence";

  private final HttpServer server;
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private StandIn(boolean ours, int users) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (ours) {
      serve(
          "/capabilities",
          "{\"rollcall\":\"fake\",\"capabilities\":[\"READ\"],\"me\":\"00000000-0000-0000-0000-000000000000\"}");
      serve("/users", "{\"users\":[" + ids(users) + "]}");
    }
    server.createContext("/", exchange -> answer(exchange, 404, "{}"));
    server.start();
  }

  public static StandIn ofOurFake(int users) {
    return new StandIn(true, users);
  }

  /** On loopback, but not ours: somebody's port-forward. */
  public static StandIn ofAStranger() {
    return new StandIn(false, 0);
  }

  /** Settings that name it as the target, and others. */
  public Settings settings(Map<Setting, String> others) {
    Map<Setting, List<String>> all = new EnumMap<>(Setting.class);
    others.forEach((setting, value) -> all.put(setting, List.of(value)));
    all.put(Setting.TARGET, List.of(root()));
    return Settings.exactly(all);
  }

  String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every request so far, as method and path. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(String path, String body) {
    server.createContext(ADMIN + path, exchange -> answer(exchange, 200, body));
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String ids(int users) {
    return IntStream.range(0, users)
        .mapToObj(i -> "\"" + new UUID(0, i) + "\"")
        .collect(Collectors.joining(","));
  }
}
