package dev.rollcall.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.rollcall.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A presence service as somebody else might have written it from the same pages: it keeps every
 * promise and takes every liberty. Absent instead of null members, values spelled as pages print
 * them, other refusals, any order, members of its own, no sequenceNumber, no control plane, a path
 * prefix, and only the documented paths. It shares no code with Rollcall, and can be started as a
 * process of its own.
 */
public final class Stranger implements AutoCloseable {

  /** A promise that it can be told to break. */
  public enum Fault {
    WRONG_ID("getPresence"),
    PREFERENCE_IGNORED("setUserPreferredPresence"),
    FEWER_IDS("getPresencesByUserId"),
    NO_TOKEN_NEEDED("getPresence"),
    CLEAR_IGNORED("clearPresence"),
    CLEAR_FAILS("clearPresence");

    private final String operation;

    Fault(String operation) {
      this.operation = operation;
    }

    /** Where it shows. */
    String operation() {
      return operation;
    }
  }

  /**
   * What it was asked.
   *
   * @param operation last part of the path
   * @param path as it was sent, without the prefix if it has that
   * @param app which application called, if the token tells
   */
  public record Request(
      String operation, String method, String path, String body, Optional<String> app) {

    /** Whether it was meant to change something. */
    public boolean writes() {
      return !method.equals("GET") && !operation.equals("getPresencesByUserId");
    }
  }

  /** Those whom it knows. */
  public static final List<String> USERS =
      List.of(
          "0BADCAFE-0000-4000-8000-00000000000A",
          "0BADCAFE-0000-4000-8000-00000000000B",
          "0BADCAFE-0000-4000-8000-00000000000C");

  /** It knows these too. */
  public static final List<String> OTHER_USERS =
      List.of("0BADCAFE-0000-4000-8000-00000000000D", "0BADCAFE-0000-4000-8000-00000000000E");

  /** Of the operation that load calls. */
  public static final String BATCH = "getPresencesByUserId";

  private static final String PREFIX = "/teams/graph";
  private static final String VERSION = "/v1.0/";

  private final HttpServer server;
  private final Set<Fault> faults;
  private final Map<String, StrangersPerson> people = new LinkedHashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** A refusal on its way out. */
  static final class No extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    No(int status) {
      this.status = status;
    }
  }

  private Stranger(HttpServer server, Set<Fault> faults) {
    this.server = server;
    this.faults = faults;
    USERS.forEach(id -> people.put(id, new StrangersPerson()));
    OTHER_USERS.forEach(id -> people.put(id, new StrangersPerson()));
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** One that speaks HTTP. */
  public static Stranger start(Fault... broken) throws IOException {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    Collections.addAll(faults, broken);
    return new Stranger(HttpServer.create(loopback(0), 0), faults);
  }

  /** One that speaks HTTPS, with a certificate that the authority signs. */
  public static Stranger startHttps(TestAuthority authority) throws IOException {
    return startHttps(authority, 0);
  }

  private static Stranger startHttps(TestAuthority authority, int port) throws IOException {
    HttpsServer https = HttpsServer.create(loopback(port), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls(authority.signsServer())));
    return new Stranger(https, Set.of());
  }

  private static InetSocketAddress loopback(int port) {
    // The JDK's server, left alone, waits 40 ms in every answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static SSLContext tls(KeyStore own) throws IOException {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, TestAuthority.PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /**
   * Serves HTTPS until it is killed.
   *
   * @param args the port, and a folder for {@code ca.pem}
   */
  public static void main(String[] args) throws IOException {
    TestAuthority authority = TestAuthority.in(Path.of(args[1]));
    Stranger stranger = startHttps(authority, Integer.parseInt(args[0]));
    System.out.println("listening on " + stranger.url() + ", trust " + authority.pem());
  }

  /** Its service root. */
  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort() + PREFIX;
  }

  /** What it was asked so far. */
  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How often an operation was called so far. */
  public long count(String operation) {
    return requests().stream().filter(each -> each.operation().equals(operation)).count();
  }

  /** What is left of what was written to a user; empty if a reader sees nothing, or soon will. */
  public synchronized List<String> leftOf(String user) {
    StrangersPerson person = person(user);
    List<String> left = new ArrayList<>(person.sessions());
    if (person.hasPreference()) {
      left.add("a preference");
    }
    Instant soon = Instant.now().plusSeconds(61);
    if (person.hasMessage() && !person.lapses().map(soon::isAfter).orElse(false)) {
      left.add("a message that stays");
    }
    return left;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      serve(exchange, new String(body, StandardCharsets.UTF_8));
    }
  }

  private void serve(HttpExchange exchange, String body) throws IOException {
    try {
      ObjectNode answer = answer(exchange, body);
      send(exchange, 200, answer == null ? "" : answer.toString());
    } catch (No no) {
      send(
          exchange,
          no.status,
          "{\"error\":{\"code\":\"status" + no.status + "\",\"message\":\"\",\"details\":[]}}");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      exchange.getResponseHeaders().add("Content-Type", "Application/JSON; charset=UTF-8");
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Null for success without a body. */
  private ObjectNode answer(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    String below = path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String method = exchange.getRequestMethod();
    String operation = below.substring(below.lastIndexOf('/') + 1);
    Optional<StrangersCaller> caller = Optional.empty();
    try {
      caller = StrangersCaller.of(authorization);
    } finally {
      requests.add(
          new Request(operation, method, below, body, caller.flatMap(StrangersCaller::app)));
    }
    if (below.equals(path) || !below.startsWith(VERSION)) {
      throw new No(404);
    }
    StrangersCaller known = caller.orElseGet(this::nobody);
    String[] parts = below.substring(VERSION.length()).split("/");
    return switch (parts[0] + " " + parts.length) {
      case "me 2" -> read(known.user().orElseThrow(() -> new No(403)), method, known);
      case "users 3" -> read(parts[1], method, known);
      case "communications 3" -> read(parts[2], method, known);
      case "communications 2" -> many(exchange, body, known);
      case "users 4" -> act(parts[3], parts[1], body, known);
      default -> throw new No(403);
    };
  }

  private StrangersCaller nobody() {
    if (!faults.contains(Fault.NO_TOKEN_NEEDED)) {
      throw new No(401);
    }
    return new StrangersCaller(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private ObjectNode read(String id, String method, StrangersCaller caller) {
    if (!method.equals("GET")) {
      throw new No(405);
    }
    if (!caller.mayRead(id)) {
      throw new No(403);
    }
    return presence(id, caller);
  }

  private ObjectNode many(HttpExchange exchange, String body, StrangersCaller caller) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new No(406);
    }
    JsonNode ids = parse(body).path("ids");
    if (!ids.isArray()) {
      throw new No(422);
    }
    if (ids.size() > (faults.contains(Fault.FEWER_IDS) ? 100 : 650)) {
      throw new No(413);
    }
    List<ObjectNode> items = new ArrayList<>();
    for (JsonNode id : ids) {
      if (!id.isString()) {
        throw new No(422);
      }
      if (!caller.mayRead(id.asString())) {
        throw new No(403);
      }
      boolean known = people.containsKey(id.asString().toUpperCase(Locale.ROOT));
      items.add(known ? presence(id.asString(), caller) : StrangersPerson.unknown(id.asString()));
    }
    Collections.reverse(items);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    items.forEach(answer.putArray("value")::add);
    return answer;
  }

  private ObjectNode presence(String id, StrangersCaller caller) {
    StrangersPerson person = person(id);
    String[] shown = person.shown(!faults.contains(Fault.PREFERENCE_IGNORED));
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("activity", shown[1]).put("availability", shown[0]);
    json.put("id", faults.contains(Fault.WRONG_ID) ? UUID.randomUUID().toString() : id);
    json.putObject("workLocation").put("source", "none").put("workLocationType", "unspecified");
    json.put("mood", "sunny");
    person.addMessage(json, caller.is(id));
    return json;
  }

  private ObjectNode act(String action, String id, String body, StrangersCaller caller) {
    StrangersPerson person = person(id);
    if (!caller.mayWrite(id)) {
      throw new No(403);
    }
    if (action.equals("clearPresence") && faults.contains(Fault.CLEAR_FAILS)) {
      throw new No(500);
    }
    boolean clears = !faults.contains(Fault.CLEAR_IGNORED);
    switch (action) {
      case "setPresence" -> person.setSession(parse(body), caller);
      case "clearPresence" -> person.clearSession(parse(body), caller, clears);
      case "setUserPreferredPresence" -> person.prefer(parse(body));
      case "clearUserPreferredPresence" -> person.clearPreference();
      case "setStatusMessage" -> person.say(parse(body).path("statusMessage"));
      default -> throw new No(404);
    }
    return null;
  }

  private static JsonNode parse(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new No(415);
    }
  }

  private StrangersPerson person(String id) {
    StrangersPerson person = people.get(id.toUpperCase(Locale.ROOT));
    if (person == null) {
      throw new No(403);
    }
    return person;
  }
}
