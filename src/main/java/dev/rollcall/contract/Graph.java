package dev.rollcall.contract;

import dev.rollcall.contract.wire.Call;
import dev.rollcall.definition.Combination;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Endpoint;
import dev.rollcall.target.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The presence API as a check uses it: one method per thing to do, each exchange on the check's
 * record.
 */
final class Graph {
  private final Run run;
  private final CheckRecord record;

  Graph(Run run, CheckRecord record) {
    this.run = run;
    this.record = record;
  }

  Reply send(Call call) {
    return new Reply(
        run.wire()
            .send(
                call,
                (answer, exchange) -> {
                  record.add(exchange);
                  run.judge().examine(answer, exchange, record);
                },
                record::add));
  }

  // reads

  Reply presence(User user) {
    return send(Call.of("getPresence", "GET", "/users/" + user.id() + "/presence"));
  }

  Reply presenceByCommunications(User user) {
    return send(Call.of("getPresence", "GET", "/communications/presences/" + user.id()));
  }

  Reply myPresence() {
    return send(Call.of("getPresence", "GET", "/me/presence"));
  }

  Reply presences(List<String> ids) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ids.forEach(body.putArray("ids")::add);
    return presencesFor(body.toString());
  }

  Reply presencesFor(String body) {
    return send(
        Call.of("getPresencesByUserId", "POST", "/communications/getPresencesByUserId").json(body));
  }

  // sessions

  Reply setPresence(User user, Pair pair) {
    return setPresence(user, Session.of(pair));
  }

  Reply setPresence(User user, Session session) {
    return setPresence(user, session.json(run.app()));
  }

  Reply setPresence(User user, ObjectNode body) {
    return act("setPresence", user, body.toString());
  }

  Reply clearPresence(User user) {
    return clearPresence(user, run.app());
  }

  Reply clearPresence(User user, String app) {
    return act("clearPresence", user, "{\"sessionId\":\"" + app + "\"}");
  }

  // preference

  Reply prefer(User user, Pair pair) {
    return prefer(user, pair, Optional.empty());
  }

  Reply prefer(User user, Pair pair, Optional<Duration> life) {
    return act("setUserPreferredPresence", user, preference(pair, life));
  }

  Reply clearPreference(User user) {
    return act("clearUserPreferredPresence", user, "{}");
  }

  // status message

  Reply setStatusMessage(User user, String text) {
    return act("setStatusMessage", user, message(text, Optional.empty()).toString());
  }

  Reply setStatusMessage(User user, String text, Instant expiry) {
    return act("setStatusMessage", user, message(text, Optional.of(expiry)).toString());
  }

  Reply setStatusMessage(User user, ObjectNode body) {
    return act("setStatusMessage", user, body.toString());
  }

  /** Clears what an earlier check may have left of a user who cannot be made anew. */
  void tidy(User user) {
    clearPresence(user);
    clearPreference(user);
  }

  /** No clear operation is documented: a text that lapses within a minute is the cautious way. */
  void letStatusMessageLapse(User user) {
    setStatusMessage(user, "-", run.target().clock().instant().plusSeconds(60));
  }

  // all paths of an operation

  /** A call on each path of the operation, with a body that the definition allows. */
  List<Call> calls(String operation, User user) {
    return run.endpoints(operation).stream()
        .map(endpoint -> call(operation, endpoint, user))
        .map(call -> call.method().equals("GET") ? call : call.json(allowedBody(operation, user)))
        .toList();
  }

  /**
   * One call of each operation, on a path that names the user; of those that write only where
   * writing is allowed.
   */
  List<Call> oneCallEach(User user) {
    return run.definition().operations().stream()
        .filter(operation -> isRead(operation.name()) || run.can(Capability.WRITE))
        .map(operation -> calls(operation.name(), user))
        .map(calls -> calls.stream().filter(call -> !call.path().startsWith("/me/")).findFirst())
        .map(Optional::orElseThrow)
        .toList();
  }

  private static boolean isRead(String operation) {
    return operation.startsWith("get");
  }

  /** The call of an action on a user, for checks that give it a body of their own. */
  Call action(String operation, User user) {
    return Call.of(operation, "POST", "/users/" + user.id() + "/presence/" + operation);
  }

  /** The pairs that the definition allows for an operation. */
  List<Pair> allowedPairs(String operation) {
    List<Combination> combinations =
        run.definition().operation(operation).orElseThrow().combinations();
    return combinations.stream().map(Pair::of).toList();
  }

  String app() {
    return run.app();
  }

  String otherApp() {
    return run.otherApp();
  }

  /** Who is signed in. */
  User me() {
    return new User(run.target().users().me().orElseThrow());
  }

  boolean can(Capability capability) {
    return run.can(capability);
  }

  /** The definition by which this run judges. */
  Definition definition() {
    return run.definition();
  }

  /** Where this run's random sequences begin. */
  long seed() {
    return run.seed();
  }

  /** Whether the target is Rollcall's fake, where choices of ours may be judged too. */
  boolean isOurs() {
    return run.target().ours();
  }

  /** Another user. */
  User anotherUser() {
    return new User(run.target().users().next());
  }

  static ObjectNode message(String text, Optional<Instant> expiry) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ObjectNode statusMessage = body.putObject("statusMessage");
    statusMessage.putObject("message").put("content", text).put("contentType", "text");
    expiry.ifPresent(
        instant ->
            statusMessage
                .putObject("expiryDateTime")
                .put(
                    "dateTime",
                    LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(0).toString())
                .put("timeZone", "UTC"));
    return body;
  }

  private Reply act(String operation, User user, String body) {
    run.traces().left(user.id(), operation);
    return send(action(operation, user).json(body));
  }

  private Call call(String operation, Endpoint endpoint, User user) {
    if (!isRead(operation)) {
      run.traces().left(endpoint.path().startsWith("/me/") ? me().id() : user.id(), operation);
    }
    return Call.of(operation, endpoint.method(), endpoint.path().replace("{id}", user.id()));
  }

  private String allowedBody(String operation, User user) {
    return switch (operation) {
      case "getPresencesByUserId" -> "{\"ids\":[\"" + user.id() + "\"]}";
      case "setPresence" -> Session.of(Pair.IN_A_CALL).json(run.app()).toString();
      case "clearPresence" -> "{\"sessionId\":\"" + run.app() + "\"}";
      case "setUserPreferredPresence" -> preference(Pair.BUSY, Optional.empty());
      case "clearUserPreferredPresence" -> "{}";
      case "setStatusMessage" -> message("Back soon", Optional.empty()).toString();
      default -> throw new IllegalArgumentException("no body is known for " + operation);
    };
  }

  private static String preference(Pair pair, Optional<Duration> life) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("availability", pair.availability());
    body.put("activity", pair.activity());
    life.ifPresent(duration -> body.put("expirationDuration", duration.toString()));
    return body.toString();
  }
}
