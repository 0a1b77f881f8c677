package dev.rollcall.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A presence service as somebody else might have written it from the same pages: it keeps every
 * promise and takes every liberty. Absent instead of null members, values spelled as pages print
 * them, other refusals, any order, members of its own, no sequenceNumber, no control plane, a path
 * prefix, and only the documented paths.
 */
final class Stranger implements AutoCloseable {

  /** A promise that it can be told to break. */
  enum Fault {
    WRONG_ID("getPresence"),
    PREFERENCE_IGNORED("setUserPreferredPresence"),
    FEWER_IDS("getPresencesByUserId"),
    NO_TOKEN_NEEDED("getPresence"),
    CLEAR_IGNORED("clearPresence");

    private final String operation;

    Fault(String operation) {
      this.operation = operation;
    }

    /** Where it shows. */
    String operation() {
      return operation;
    }
  }

  static final List<String> USERS =
      List.of(
          "0BADCAFE-0000-4000-8000-00000000000A",
          "0BADCAFE-0000-4000-8000-00000000000B",
          "0BADCAFE-0000-4000-8000-00000000000C");

  private static final String PREFIX = "/teams/graph/v1.0";
  private static final List<String> ORDER = List.of("doNotDisturb", "busy", "available", "away");
  private static final Set<String> SESSION_PAIRS =
      Set.of(
          "Available/Available",
          "Busy/InACall",
          "Busy/InAConferenceCall",
          "Away/Away",
          "DoNotDisturb/Presenting");
  private static final Set<String> PREFERRED_PAIRS =
      Set.of(
          "Available/Available",
          "Busy/Busy",
          "DoNotDisturb/DoNotDisturb",
          "BeRightBack/BeRightBack",
          "Away/Away",
          "Offline/OffWork");

  private final HttpServer server;
  private final Set<Fault> faults;
  private final Map<String, Person> people = new LinkedHashMap<>();

  /** What is kept of one user. */
  private static final class Person {
    private final Map<String, String[]> sessions = new LinkedHashMap<>();
    private String[] preferred;
    private String message;
  }

  /** A refusal on its way out. */
  private static final class No extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    No(int status) {
      this.status = status;
    }
  }

  private Stranger(HttpServer server, Set<Fault> faults) {
    this.server = server;
    this.faults = faults;
    USERS.forEach(id -> people.put(id, new Person()));
  }

  static Stranger start(Fault... broken) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    Collections.addAll(faults, broken);
    var stranger = new Stranger(http, faults);
    http.createContext("/", stranger::serve);
    http.start();
    return stranger;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/teams/graph";
  }

  @Override
  public void close() {
    server.stop(0);
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
    if (!path.startsWith(PREFIX)) {
      throw new No(404);
    }
    boolean anonymous = exchange.getRequestHeaders().getFirst("Authorization") == null;
    if (anonymous && !faults.contains(Fault.NO_TOKEN_NEEDED)) {
      throw new No(401);
    }
    String[] parts = path.substring(PREFIX.length() + 1).split("/");
    String method = exchange.getRequestMethod();
    return switch (parts[0] + " " + parts.length) {
      case "users 3" -> read(parts[1], method);
      case "communications 3" -> read(parts[2], method);
      case "communications 2" -> many(exchange, body);
      case "users 4" -> act(parts[3], person(parts[1]), body);
      default -> throw new No(403);
    };
  }

  private ObjectNode read(String id, String method) {
    if (!method.equals("GET")) {
      throw new No(405);
    }
    return presence(id);
  }

  private ObjectNode many(HttpExchange exchange, String body) {
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
      String key = id.asString().toUpperCase(Locale.ROOT);
      items.add(people.containsKey(key) ? presence(key) : unknown(id.asString()));
    }
    Collections.reverse(items);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    items.forEach(answer.putArray("value")::add);
    return answer;
  }

  private static ObjectNode unknown(String id) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", id)
        .put("availability", "presenceUnknown")
        .put("activity", "presenceUnknown");
  }

  private ObjectNode presence(String id) {
    Person person = person(id);
    String[] shown = shown(person);
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("activity", shown[1]).put("availability", shown[0]);
    json.put("id", faults.contains(Fault.WRONG_ID) ? UUID.randomUUID().toString() : id);
    json.putObject("workLocation").put("source", "none").put("workLocationType", "unspecified");
    json.put("mood", "sunny");
    if (person.message != null) {
      json.putObject("statusMessage").putObject("message").put("content", person.message);
    }
    return json;
  }

  private String[] shown(Person person) {
    if (person.sessions.isEmpty()) {
      return new String[] {"offline", "offline"};
    }
    if (person.preferred != null && !faults.contains(Fault.PREFERENCE_IGNORED)) {
      return person.preferred;
    }
    return person.sessions.values().stream()
        .min(java.util.Comparator.comparing(pair -> ORDER.indexOf(pair[0])))
        .orElseThrow();
  }

  private ObjectNode act(String action, Person person, String body) {
    switch (action) {
      case "setPresence" -> {
        JsonNode json = parse(body);
        String session = text(json, "sessionId");
        String[] pair = pair(json, SESSION_PAIRS);
        requireDuration(json, Duration.ofMinutes(5), Duration.ofHours(4));
        person.sessions.put(session, pair);
      }
      case "clearPresence" -> clear(person, text(parse(body), "sessionId"));
      case "setUserPreferredPresence" -> person.preferred = pair(parse(body), PREFERRED_PAIRS);
      case "clearUserPreferredPresence" -> person.preferred = null;
      case "setStatusMessage" -> say(person, parse(body).path("statusMessage").path("message"));
      default -> throw new No(404);
    }
    return null;
  }

  private void clear(Person person, String session) {
    if (!person.sessions.containsKey(session)) {
      throw new No(404);
    }
    if (!faults.contains(Fault.CLEAR_IGNORED)) {
      person.sessions.remove(session);
    }
  }

  /** Takes html for text, which the page leaves open. */
  private static void say(Person person, JsonNode message) {
    person.message = text(message, "content");
  }

  private static void requireDuration(JsonNode json, Duration shortest, Duration longest) {
    if (json.path("expirationDuration").isString()) {
      try {
        Duration asked = Duration.parse(json.get("expirationDuration").asString());
        if (asked.compareTo(shortest) < 0 || asked.compareTo(longest) > 0) {
          throw new No(422);
        }
      } catch (DateTimeParseException e) {
        throw new No(422);
      }
    }
  }

  private static String[] pair(JsonNode json, Set<String> allowed) {
    String[] pair = {text(json, "availability"), text(json, "activity")};
    if (!allowed.contains(pair[0] + "/" + pair[1])) {
      throw new No(409);
    }
    return new String[] {lower(pair[0]), lower(pair[1])};
  }

  private static String lower(String value) {
    return Character.toLowerCase(value.charAt(0)) + value.substring(1);
  }

  private static String text(JsonNode json, String member) {
    if (!json.path(member).isString() || json.get(member).asString().isEmpty()) {
      throw new No(422);
    }
    return json.get(member).asString();
  }

  private static JsonNode parse(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new No(415);
    }
  }

  private Person person(String id) {
    Person person = people.get(id.toUpperCase(Locale.ROOT));
    if (person == null) {
      throw new No(403);
    }
    return person;
  }
}
