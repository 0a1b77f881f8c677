package dev.rollcall.contract;

import dev.rollcall.contract.wire.Answer;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.definition.Basis;
import dev.rollcall.definition.Combination;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Spelling;
import dev.rollcall.target.Capability;
import dev.rollcall.target.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The presence API as a check uses it, in one version and as one caller: a method for each thing to
 * do, every exchange on the check's record.
 */
final class Graph {
  private final Run run;
  private final Edition edition;
  private final CheckRecord record;
  private final Optional<Identity> caller;
  private final Calls calls;

  Graph(Run run, Edition edition, CheckRecord record) {
    this(run, edition, record, Optional.empty());
  }

  private Graph(Run run, Edition edition, CheckRecord record, Optional<Identity> caller) {
    this.run = run;
    this.edition = edition;
    this.record = record;
    this.caller = caller;
    this.calls = new Calls(run, edition);
  }

  /** The same as somebody else sees it; needs PERMISSIONS. */
  Graph as(Identity identity) {
    return new Graph(run, edition, record, Optional.of(identity));
  }

  /** Callers of chosen permissions, of the calling application. */
  Identities identities() {
    return new Identities(app());
  }

  /** As a user who is signed in to the calling application and permits it everything. */
  Graph asUser(User user) {
    return as(identities().user(user));
  }

  /** As another application that may do everything. */
  Graph asApplication(String app) {
    return as(new Identities(app).application());
  }

  Reply send(Call call) {
    return new Reply(exchange(call));
  }

  private Reply read(Collection<String> users, Call call) {
    boolean settled = run.settling().isOver(users);
    Answer answer = exchange(call);
    return settled
        ? new Reply(answer)
        : new Reply(answer, run.settling(), users, () -> exchange(call));
  }

  private Answer exchange(Call call) {
    return edition
        .wire()
        .send(
            signed(call),
            (answer, exchange) -> {
              record.add(exchange);
              edition.judge().examine(answer, exchange, record);
            },
            record::add);
  }

  private Call signed(Call call) {
    return call.authorized()
        ? caller
            .map(who -> call.anonymous().header("Authorization", "Bearer " + token(who)))
            .orElse(call)
        : call;
  }

  private String token(Identity identity) {
    return run.target().tokenOf(identity);
  }

  // reads

  Reply presence(User user) {
    return read(
        List.of(user.id()), Call.of("getPresence", "GET", "/users/" + user.id() + "/presence"));
  }

  Reply presenceByCommunications(User user) {
    return read(
        List.of(user.id()),
        Call.of("getPresence", "GET", "/communications/presences/" + user.id()));
  }

  Reply myPresence() {
    List<String> me = run.target().users().me().map(List::of).orElse(List.of());
    return read(me, Call.of("getPresence", "GET", "/me/presence"));
  }

  Reply presences(List<String> ids) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ids.forEach(body.putArray("ids")::add);
    return read(ids, batchRead(body.toString()));
  }

  Reply presencesFor(String body) {
    return send(batchRead(body));
  }

  private static Call batchRead(String body) {
    return Call.of("getPresencesByUserId", "POST", "/communications/getPresencesByUserId")
        .json(body);
  }

  // sessions

  Reply setPresence(User user, Pair pair) {
    return setPresence(user, Session.of(pair));
  }

  /** As the application whose session it is. */
  Reply setPresence(User user, Session session) {
    return owner(session.app().orElse(app())).setPresence(user, session.json(app()));
  }

  Reply setPresence(User user, ObjectNode body) {
    return act("setPresence", user, body.toString());
  }

  Reply clearPresence(User user) {
    return clearPresence(user, run.app());
  }

  /** As the application whose session it is. */
  Reply clearPresence(User user, String app) {
    return owner(app).act("clearPresence", user, "{\"sessionId\":\"" + app + "\"}");
  }

  /** The other application calls with a token of its own, where there can be one. */
  private Graph owner(String app) {
    return app.equals(otherApp()) && run.can(Capability.PERMISSIONS) ? asApplication(app) : this;
  }

  // preference

  Reply prefer(User user, Pair pair) {
    return prefer(user, pair, Optional.empty());
  }

  Reply prefer(User user, Pair pair, Optional<Duration> life) {
    return prefer(user, preference(pair, life.map(Duration::toString)));
  }

  Reply prefer(User user, ObjectNode body) {
    return act("setUserPreferredPresence", user, body.toString());
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

  // work location

  /** The layer that the user sets by hand. */
  Reply setManualLocation(User user, String workLocationType) {
    return act("setManualLocation", user, location(workLocationType));
  }

  /** The layer that some device sets. */
  Reply setAutomaticLocation(User user, String workLocationType) {
    return act("setAutomaticLocation", user, location(workLocationType));
  }

  /** Of clearAutomaticLocation or clearLocation, which are sent nothing. */
  Reply clearLocation(String operation, User user) {
    return act(operation, user, "");
  }

  private static String location(String workLocationType) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("workLocationType", workLocationType)
        .toString();
  }

  // several requests in one

  BatchReply batch(Batch batch) {
    return new BatchReply(batchFor(batch.json()));
  }

  Reply batchFor(String body) {
    return send(Call.of("batch", "POST", "/$batch").json(body));
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

  // whole operations

  /** A call on each path of the operation, with a body that the definition allows. */
  List<Call> calls(String operation, User user) {
    return calls.of(operation, user);
  }

  /**
   * One call of each operation, on a path that names the user if any does; of those that write only
   * where writing is allowed.
   */
  List<Call> oneCallEach(User user) {
    return calls.oneEach(user);
  }

  /** The user whose presence a call is about. */
  User owner(Call call, User user) {
    return call.path().startsWith("/me/") ? me() : user;
  }

  /** Sends a call that writes a user. */
  Reply write(Call call, User user) {
    run.traces().left(user.id(), call.operation());
    Reply reply = send(call);
    run.settling().wrote(user.id());
    return reply;
  }

  /** Whether a call only reads presences. */
  static boolean reads(Call call) {
    return call.operation().startsWith("get");
  }

  /** The call of an action on a user, for checks that give it a body of their own. */
  Call action(String operation, User user) {
    return calls.action(operation, user);
  }

  /** The call of an action that will be sent as part of a batch: noted as written. */
  Call writing(String operation, User user) {
    run.traces().left(user.id(), operation);
    run.settling().wrote(user.id());
    return action(operation, user);
  }

  /** The pairs that the definition allows for an operation. */
  List<Pair> allowedPairs(String operation) {
    List<Combination> combinations =
        edition.definition().operation(operation).orElseThrow().combinations();
    return combinations.stream().map(Pair::of).toList();
  }

  /**
   * Pairs that an operation does not list although a service could be tempted to take them: those
   * that reads may show, those that another operation lists, and one of two listed halves.
   */
  List<Pair> unlistedPairs(String operation) {
    List<Pair> listed = allowedPairs(operation);
    Set<Pair> unlisted = new LinkedHashSet<>();
    edition.definition().states().stream()
        .filter(state -> state.basis() == Basis.DOCUMENTED)
        .forEach(state -> unlisted.add(Pair.of(state.pair())));
    edition.definition().operations().forEach(each -> unlisted.addAll(allowedPairs(each.name())));
    Pair last = listed.get(listed.size() - 1);
    unlisted.add(new Pair(listed.get(0).availability(), last.activity()));
    listed.forEach(unlisted::remove);
    return List.copyOf(unlisted);
  }

  /** The pairs that the definition knows for a read. */
  List<Pair> knownPairs() {
    return edition.definition().states().stream().map(state -> Pair.of(state.pair())).toList();
  }

  /** Whether a presence value is spelled in the one way that the target keeps to. */
  boolean isInDialect(String value) {
    return Spelling.in(value).map(run.dialect()::accepts).orElse(true);
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

  /** The definition of this version. */
  Definition definition() {
    return edition.definition();
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

  /**
   * A user beside this one, cleared of what an earlier check may have left.
   *
   * @throws TestAbortedException if the target has a single user to write
   */
  User neighbourOf(User user) {
    for (int i = 0; i < 2; i++) {
      User next = anotherUser();
      if (!next.id().equalsIgnoreCase(user.id())) {
        if (!run.target().users().isTemporary(next.id())) {
          tidy(next);
        }
        return next;
      }
    }
    throw new TestAbortedException("needs a second user: give --test-users ID,ID,...");
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
    Call call = action(operation, user);
    return write(body.isEmpty() ? call : call.json(body), user);
  }

  static ObjectNode preference(Pair pair, Optional<String> life) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("availability", pair.availability());
    body.put("activity", pair.activity());
    life.ifPresent(duration -> body.put("expirationDuration", duration));
    return body;
  }
}
