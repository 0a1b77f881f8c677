package dev.rollcall.contract.ask;

import dev.rollcall.contract.ask.Refusals.Refusal;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Spelling;
import dev.rollcall.target.Capability;
import dev.rollcall.target.Identity;
import dev.rollcall.target.Role;
import dev.rollcall.target.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The presence API as a check uses it, in one version and as one caller: a method for each thing to
 * do, every exchange on the check's record.
 */
public final class Graph {
  private final Run run;
  private final Edition edition;
  private final Sender sender;
  private final Calls calls;

  /**
   * @param users those whom the check may touch
   */
  public Graph(Run run, Edition edition, CheckRecord record, Users users) {
    this(new Sender(run, edition, record, users, users.me(), Optional.empty()));
  }

  private Graph(Sender sender) {
    this.run = sender.run();
    this.edition = sender.edition();
    this.sender = sender;
    this.calls = new Calls(run, edition);
  }

  /** The same as somebody else sees it; needs PERMISSIONS. */
  public Graph as(Identity identity) {
    return new Graph(sender.as(identity));
  }

  /** Callers of chosen permissions, of the calling application. */
  public Identities identities() {
    return new Identities(app());
  }

  /** As a user who is signed in to the calling application and permits it everything. */
  public Graph asUser(User user) {
    return as(identities().user(user));
  }

  /** As the owner of a presence: any user where callers are made up, else whoever is signed in. */
  public Graph asOwner(User user) {
    return can(Capability.PERMISSIONS) ? asUser(user) : asMe();
  }

  /** As whoever may write where this user works, which applications may not. */
  public Graph asLocated(User user) {
    boolean refused = sender.caller().isEmpty() && run.target().isCalledByApplication();
    return refused && can(Capability.PERMISSIONS) ? asUser(user) : this;
  }

  /** As another signed-in user; needs SECOND_READER. */
  public Graph asAnotherReader() {
    return can(Capability.PERMISSIONS)
        ? asUser(anotherUser())
        : new Graph(sender.as(Role.OTHER_USER));
  }

  /** As another application that may do everything. */
  public Graph asApplication(String app) {
    return as(new Identities(app).application());
  }

  /** As the signed-in user, who may be shown more of the own presence than an application. */
  public Graph asMe() {
    return run.target().token(Role.USER).isPresent() ? new Graph(sender.as(Role.USER)) : this;
  }

  public Reply send(Call call) {
    return sender.send(call);
  }

  // reads

  public Reply presence(User user) {
    return sender.read(
        List.of(user.id()), Call.of("getPresence", "GET", "/users/" + user.id() + "/presence"));
  }

  public Reply presenceByCommunications(User user) {
    return sender.read(
        List.of(user.id()),
        Call.of("getPresence", "GET", "/communications/presences/" + user.id()));
  }

  public Reply myPresence() {
    List<String> me = sender.me().map(List::of).orElse(List.of());
    return sender.read(me, Call.of("getPresence", "GET", "/me/presence"));
  }

  public Reply presences(List<String> ids) {
    return sender.read(ids, batchRead(Bodies.ids(ids).toString()));
  }

  public Reply presencesFor(String body) {
    return send(batchRead(body));
  }

  private static Call batchRead(String body) {
    return Call.of("getPresencesByUserId", "POST", "/communications/getPresencesByUserId")
        .json(body);
  }

  // sessions

  public Reply setPresence(User user, Pair pair) {
    return setPresence(user, Session.of(pair));
  }

  /** As the application whose session it is. */
  public Reply setPresence(User user, Session session) {
    return owner(session.app().orElse(app())).setPresence(user, session.json(app()));
  }

  public Reply setPresence(User user, ObjectNode body) {
    return act("setPresence", user, body.toString());
  }

  public Reply clearPresence(User user) {
    return clearPresence(user, run.app());
  }

  /** As the application whose session it is. */
  public Reply clearPresence(User user, String app) {
    return owner(app).act("clearPresence", user, "{\"sessionId\":\"" + app + "\"}");
  }

  /** The other application calls with a token of its own. */
  private Graph owner(String app) {
    if (!app.equals(otherApp())) {
      return this;
    }
    if (run.target().token(Role.OTHER_APP).isPresent()) {
      return new Graph(sender.as(Role.OTHER_APP));
    }
    return run.can(Capability.PERMISSIONS) ? asApplication(app) : this;
  }

  // preference

  public Reply prefer(User user, Pair pair) {
    return prefer(user, pair, Optional.empty());
  }

  public Reply prefer(User user, Pair pair, Optional<Duration> life) {
    return prefer(user, Bodies.preference(pair, life.map(Duration::toString)));
  }

  public Reply prefer(User user, ObjectNode body) {
    return act("setUserPreferredPresence", user, body.toString());
  }

  public Reply clearPreference(User user) {
    return act("clearUserPreferredPresence", user, "{}");
  }

  // status message

  public Reply setStatusMessage(User user, String text) {
    return act("setStatusMessage", user, Bodies.message(text, Optional.empty()).toString());
  }

  public Reply setStatusMessage(User user, String text, Instant expiry) {
    return act("setStatusMessage", user, Bodies.message(text, Optional.of(expiry)).toString());
  }

  public Reply setStatusMessage(User user, ObjectNode body) {
    return act("setStatusMessage", user, body.toString());
  }

  // work location

  /** The layer that the user sets by hand. */
  public Reply setManualLocation(User user, String workLocationType) {
    return setManualLocation(user, Bodies.location(workLocationType));
  }

  public Reply setManualLocation(User user, ObjectNode body) {
    return asLocated(user).act("setManualLocation", user, body.toString());
  }

  /** The layer that some device sets. */
  public Reply setAutomaticLocation(User user, String workLocationType) {
    return asLocated(user)
        .act("setAutomaticLocation", user, Bodies.location(workLocationType).toString());
  }

  /** Of clearAutomaticLocation or clearLocation, which are sent nothing. */
  public Reply clearLocation(String operation, User user) {
    return asLocated(user).act(operation, user, "");
  }

  // several requests in one

  public BatchReply batch(Batch batch) {
    return new BatchReply(batchFor(batch.json()));
  }

  public Reply batchFor(String body) {
    return send(Call.of("batch", "POST", "/$batch").json(body));
  }

  /** Clears what an earlier check may have left of a user who cannot be made anew. */
  public void tidy(User user) {
    clearPresence(user);
    if (run.can(Capability.SECOND_APP)) {
      clearPresence(user, otherApp());
    }
    if (run.can(Capability.LOCATION)) {
      clearLocation("clearLocation", user);
    }
    clearPreference(user);
  }

  /** No clear operation is documented: a text that lapses within a minute is the cautious way. */
  Reply letStatusMessageLapse(User user) {
    return setStatusMessage(user, "-", run.target().clock().instant().plusSeconds(60));
  }

  // whole operations

  /** A call on each path of the operation, with a body that the definition allows. */
  public List<Call> calls(String operation, User user) {
    return calls.of(operation, user);
  }

  /**
   * One call of each operation, on a path that names the user if any does; of those that write only
   * where writing is allowed.
   */
  public List<Call> oneCallEach(User user) {
    return calls.oneEach(user);
  }

  /** The operations that write and are offered here; a session is set before it is cleared. */
  public List<String> writes() {
    return calls.writes();
  }

  /** What an operation answers without a token, on each of its paths. */
  public List<Refusal> refusals(String operation, User user) {
    return sender.refusals(operation, calls(operation, user));
  }

  /** What each operation answers without a token, on one path. */
  public List<Refusal> refusals(User user) {
    return calls.swept().map(operation -> refusals(operation, user).get(0)).toList();
  }

  /** The user whose presence a call is about. */
  public User owner(Call call, User user) {
    return call.path().startsWith("/me/") ? me() : user;
  }

  /** Sends a call that writes a user. */
  public Reply write(Call call, User user) {
    run.traces().left(user.id(), call.operation());
    return send(call);
  }

  /** Whom the writes among these calls are about: this user, or one who may be written. */
  public User writable(User user) {
    return calls.writable(user);
  }

  /** Whether a call only reads presences. */
  public static boolean reads(Call call) {
    return call.operation().startsWith("get");
  }

  /** The call of an action on a user, for checks that give it a body of their own. */
  public Call action(String operation, User user) {
    return calls.action(operation, user);
  }

  /** The call of an action that will be sent as part of a batch: noted as written. */
  public Call writing(String operation, User user) {
    run.traces().left(user.id(), operation);
    return action(operation, user);
  }

  /** Which pairs the pages of this version allow where. */
  public PairTables pairs() {
    return new PairTables(edition.definition());
  }

  /** Whether a presence value is spelled in the one way that the target keeps to. */
  public boolean isInDialect(String value) {
    return Spelling.in(value).map(run.dialect()::accepts).orElse(true);
  }

  public String app() {
    return run.app();
  }

  public String otherApp() {
    return run.otherApp();
  }

  /** Who is signed in. */
  public User me() {
    return new User(sender.users().me().orElseThrow());
  }

  public boolean can(Capability capability) {
    return run.can(capability);
  }

  /** The definition of this version. */
  public Definition definition() {
    return edition.definition();
  }

  /** Whether to try on a few operations and paths what another version is tried on all of them. */
  public boolean isInBrief() {
    return edition.inBrief();
  }

  /** All of these in full; in brief the first and the last. */
  public <T> List<T> some(List<T> all) {
    return isInBrief() && all.size() > 2 ? List.of(all.get(0), all.get(all.size() - 1)) : all;
  }

  /** Where this run's random sequences begin. */
  public long seed() {
    return run.seed();
  }

  /** Whether a read may show what was before the last write. */
  public boolean readsLag() {
    return !run.target().settle().isZero();
  }

  /** Whether the target is Rollcall's fake, where choices of ours may be judged too. */
  public boolean isOurs() {
    return run.target().ours();
  }

  /** Another user. */
  public User anotherUser() {
    return new User(sender.users().next());
  }

  /**
   * A user beside this one, cleared of what an earlier check may have left.
   *
   * @throws TestAbortedException if the target has a single user to write
   */
  public User neighbourOf(User user) {
    for (int i = 0; i < 2; i++) {
      User next = anotherUser();
      if (!next.id().equalsIgnoreCase(user.id())) {
        if (!sender.users().isTemporary(next.id())) {
          tidy(next);
        }
        return next;
      }
    }
    throw new TestAbortedException(
        "needs a second user who may be written: give --test-users ID,ID,... and, where a delegated"
            + " token writes its own user alone, a token of an application");
  }

  private Reply act(String operation, User user, String body) {
    Call call = action(operation, user);
    return write(body.isEmpty() ? call : call.json(body), user);
  }
}
