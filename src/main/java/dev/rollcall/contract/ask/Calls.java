package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Call;
import dev.rollcall.definition.Endpoint;
import dev.rollcall.definition.Operation;
import dev.rollcall.target.Capability;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls of whole operations, taken from the definition: on every path that may be tried, with a
 * body that is allowed.
 */
final class Calls {
  private static final Set<String> IN_BRIEF =
      Set.of("getPresence", "getPresencesByUserId", "setPresence", "clearPresence");

  private final Run run;
  private final Edition edition;

  Calls(Run run, Edition edition) {
    this.run = run;
    this.edition = edition;
  }

  List<Call> of(String operation, User user) {
    User whom = isRead(operation) ? user : writable(user);
    return endpoints(operation).stream()
        .map(endpoint -> call(operation, endpoint, whom))
        .map(call -> allowedBody(operation, user).map(call::json).orElse(call))
        .toList();
  }

  List<Call> oneEach(User user) {
    return swept()
        .map(operation -> of(operation, user))
        .map(calls -> calls.stream().filter(call -> !call.path().startsWith("/me/")).findFirst())
        .map(Optional::orElseThrow)
        .toList();
  }

  /** The operations that write and are offered here; a session is set before it is cleared. */
  List<String> writes() {
    return swept()
        .filter(operation -> !isRead(operation))
        .sorted(Comparator.comparing("clearPresence"::equals))
        .toList();
  }

  /** The operations on which to try what is alike for all: in brief a few. */
  Stream<String> swept() {
    return edition.definition().operations().stream()
        .map(Operation::name)
        .filter(
            operation ->
                isOffered(operation) && (!edition.inBrief() || IN_BRIEF.contains(operation)));
  }

  Call action(String operation, User user) {
    return Call.of(operation, "POST", "/users/" + user.id() + "/presence/" + operation);
  }

  /** This user, or where that one may only be read, one who may be written. */
  User writable(User user) {
    boolean as = run.target().ours() || run.target().users().mayWrite(user.id());
    return as ? user : new User(run.target().users().writable().next());
  }

  private boolean isOffered(String operation) {
    if (operation.equals("batch")) {
      return run.can(Capability.BATCH);
    }
    boolean location = operation.endsWith("Location");
    return isRead(operation)
        || run.can(Capability.WRITE) && (!location || run.can(Capability.LOCATION));
  }

  /** Whether the operation leaves everything as it is. */
  private static boolean isRead(String operation) {
    return operation.startsWith("get") || operation.equals("batch");
  }

  /**
   * The paths of an operation that may be tried here. Of an action only the first stands on its
   * page; that it is bound to every path of a presence follows from the schema alone, and is asked
   * of our own fake only.
   */
  private List<Endpoint> endpoints(String operation) {
    List<Endpoint> all = edition.definition().operation(operation).orElseThrow().endpoints();
    boolean action = all.size() > 1 && all.get(0).method().equals("POST");
    boolean one = action && (edition.inBrief() || !run.target().ours());
    return (one ? all.subList(0, 1) : all)
        .stream()
            .filter(endpoint -> !endpoint.path().startsWith("/me/") || mayUseMe(endpoint))
            .toList();
  }

  private boolean mayUseMe(Endpoint endpoint) {
    return run.can(Capability.ME) && (endpoint.method().equals("GET") || run.mayWriteMe());
  }

  private Call call(String operation, Endpoint endpoint, User user) {
    if (!isRead(operation)) {
      boolean me = endpoint.path().startsWith("/me/");
      String written = me ? run.target().users().me().orElseThrow() : user.id();
      run.traces().left(written, operation);
    }
    return Call.of(operation, endpoint.method(), endpoint.path().replace("{id}", user.id()));
  }

  private Optional<String> allowedBody(String operation, User user) {
    return switch (operation) {
      case "getPresence", "clearAutomaticLocation", "clearLocation" -> Optional.empty();
      case "getPresencesByUserId" -> Optional.of("{\"ids\":[\"" + user.id() + "\"]}");
      case "batch" ->
          Optional.of(
              "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/"
                  + user.id()
                  + "/presence\"}]}");
      case "setPresence" -> Optional.of(Session.of(Pair.IN_A_CALL).json(run.app()).toString());
      case "clearPresence" -> Optional.of("{\"sessionId\":\"" + run.app() + "\"}");
      case "setUserPreferredPresence" ->
          Optional.of(Bodies.preference(Pair.BUSY, Optional.empty()).toString());
      case "clearUserPreferredPresence" -> Optional.of("{}");
      case "setStatusMessage" ->
          Optional.of(Bodies.message("Back soon", Optional.empty()).toString());
      case "setManualLocation", "setAutomaticLocation" ->
          Optional.of("{\"workLocationType\":\"office\"}");
      default -> throw new IllegalArgumentException("no body is known for " + operation);
    };
  }
}
