package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.PERMISSIONS;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Identities;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.target.Identity;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;

/** Who may do what, as the permissions in a token say. */
class PermissionsContract {
  private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("READ"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.others-need-read-all",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-169",
      needs = {READ, PERMISSIONS},
      witness = "delegated-read-may-read-others",
      hint = "is the reader compared with the user who is read?")
  void presence_read_is_enough_for_oneself_and_not_for_others(Graph graph, User user) {
    Identities identities = graph.identities();
    User other = graph.anotherUser();
    graph.as(identities.delegated(user, "Presence.Read")).myPresence().is(200);
    Graph reader = graph.as(identities.delegated(user, "Presence.Read", "Presence.ReadWrite"));
    reader.presence(other).isRefused().isError();
    reader.presenceByCommunications(other).isRefused().isError();
    Graph readerOfAll = graph.as(identities.delegated(user, "Presence.Read.All"));
    readerOfAll.presence(other).is(200);
    readerOfAll.presence(user).is(200);
  }

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("READ"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.batch-read-needs-read-all",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-065",
      needs = {READ, PERMISSIONS},
      witness = "delegated-read-may-read-many",
      hint = "is the read of many guarded by Presence.Read.All, even for the own id?")
  void presence_read_is_not_enough_to_read_many(Graph graph, User user) {
    List<String> ids = List.of(user.id(), graph.anotherUser().id());
    Identities identities = graph.identities();
    Graph reader = graph.as(identities.delegated(user, "Presence.Read", "Presence.ReadWrite"));
    reader.presences(ids).isRefused().isError();
    graph.as(identities.delegated(user, "Presence.Read.All")).presences(ids).is(200);
  }

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("READ"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.application-reads",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-170", "S-066"},
      needs = {READ, PERMISSIONS},
      witness = "application-read-all-may-not-read-others",
      hint = "are the roles of an application looked at, or scopes alone?")
  void presence_read_all_is_enough_for_an_application(Graph graph, User user) {
    Matrix.over(
        List.of("Presence.Read.All", "Presence.ReadWrite.All"),
        role -> {
          Graph application = graph.as(graph.identities().application(role));
          application.presence(user).is(200);
          application.presences(List.of(user.id())).is(200);
        });
  }

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.delegated-writes",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-098",
      needs = {WRITE, PERMISSIONS},
      witness = "delegated-read-all-may-write",
      hint = "is Presence.ReadWrite asked for by every action?")
  void a_signed_in_user_needs_presence_read_write(Graph graph, User user) {
    Identities identities = graph.identities();
    requireWrites(
        graph,
        user,
        identities.delegated(user, "Presence.Read", "Presence.Read.All"),
        identities.delegated(user, "Presence.ReadWrite"));
  }

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.application-writes",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-099",
      needs = {WRITE, PERMISSIONS},
      witness = "application-read-all-may-write",
      hint = "is Presence.ReadWrite.All asked for by every action?")
  void an_application_needs_presence_read_write_all(Graph graph, User user) {
    Identities identities = graph.identities();
    requireWrites(
        graph,
        user,
        identities.application("Presence.Read.All"),
        identities.application("Presence.ReadWrite.All"));
  }

  /** Refused without leaving a trace, then done; the last of the writes clears the first. */
  private static void requireWrites(Graph graph, User user, Identity weak, Identity strong) {
    // Locations have permissions of their own.
    List<String> writes =
        graph.writes().stream().filter(operation -> !operation.endsWith("Location")).toList();
    Matrix.over(writes, operation -> graph.as(weak).send(body(graph, operation, user)).isRefused());
    JsonNode untouched = graph.presence(user).shows(Pair.OFFLINE, "after refusals").object();
    Deviation.unless(
        untouched.at("/statusMessage/message/content").asString("").isEmpty(),
        "no status message after refusals",
        untouched.at("/statusMessage"));
    Matrix.over(writes, operation -> graph.as(strong).send(body(graph, operation, user)).is(200));
  }

  @Tags({@Tag("permissions"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.missing-scope",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-235",
      needs = {WRITE, PERMISSIONS},
      witness = "setPresence-scope-missing-unauthorized",
      hint = "is a caller who is known, but not permitted, told so?")
  void a_write_without_its_scope_is_forbidden(Graph graph, User user) {
    Identity reader = graph.identities().delegated(user, "Presence.Read", "Presence.Read.All");
    Matrix.over(
        graph.writes(),
        operation -> {
          Reply reply = graph.as(reader).send(body(graph, operation, user)).is(403);
          requireCode(reply, "Forbidden");
          Deviation.unless(
              reply.object().at("/error/message").isString(),
              "a message, empty or not",
              reply.told());
        });
  }

  @Tags({@Tag("permissions"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.arguments-first",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-100",
      needs = {WRITE, PERMISSIONS},
      witness = "scopes-before-arguments",
      hint = "is the scope looked at before the body?")
  void wrong_arguments_are_answered_before_a_missing_scope(Graph graph, User user) {
    Graph reader = graph.as(graph.identities().delegated(user, "Presence.Read"));
    reader.send(graph.action("setPresence", user).json("{}")).is(400);
    reader.send(graph.action("clearPresence", user).json("{}")).is(400);
  }

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.own-presence-only",
      level = MUST,
      basis = OBSERVED,
      clause = "S-157",
      needs = {WRITE, PERMISSIONS},
      witness = "other-users-presence-written",
      hint = "is the signed-in user compared with the user who is written?")
  void a_signed_in_user_writes_nobody_else(Graph graph, User user) {
    User other = graph.anotherUser();
    Graph signedIn = graph.asUser(user);
    Matrix.over(
        graph.writes(),
        operation -> {
          Reply reply = signedIn.send(body(graph, operation, other)).is(401);
          String message = reply.text("/error/message").orElse("");
          Deviation.unless(
              message.startsWith("Cannot set the presence of another user"),
              "a message that says so",
              message);
        });
    graph.presence(other).shows(Pair.OFFLINE, "after refusals");
  }

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("READ"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.personal-accounts",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-167",
      needs = {READ, WRITE, PERMISSIONS},
      witness = "personal-account-served",
      hint = "is the tenant of the token looked at?")
  void personal_accounts_are_not_served(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200); // so that there is a session to clear
    Graph personal = graph.as(graph.identities().user(user).in(PERSONAL_ACCOUNTS));
    Matrix.over(graph.oneCallEach(user), call -> personal.send(call).isRefused());
  }

  @Tags({@Tag("permissions"), @Tag("MUST"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.own-session-only",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-090", "S-091"},
      needs = {WRITE, PERMISSIONS},
      witness = "foreign-session-set",
      hint = "is sessionId compared with the application in the token?")
  void an_application_sets_no_session_of_another(Graph graph, User user) {
    Graph application = graph.as(graph.identities().application());
    var foreign = Session.of(Pair.IN_A_CALL).from(UUID.randomUUID().toString());
    application.setPresence(user, foreign.json(graph.app())).isRefused();
    graph.presence(user).shows(Pair.OFFLINE, "after a session of another application was refused");
    application.setPresence(user, Session.of(Pair.IN_A_CALL).json(graph.app())).is(200);
  }

  @Tags({@Tag("permissions"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "permissions.clears-own-session-only",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-248",
      needs = {WRITE, PERMISSIONS},
      witness = "foreign-session-cleared",
      hint = "is sessionId compared with the application in the token?")
  void an_application_clears_no_session_of_another(Graph graph, User user) {
    graph.as(graph.identities().application()).setPresence(user, Pair.IN_A_CALL).is(200);
    Call clear =
        graph.action("clearPresence", user).json("{\"sessionId\":\"" + graph.app() + "\"}");
    graph.asApplication(graph.otherApp()).send(clear).is(404);
    graph.presence(user).shows(Pair.IN_A_CALL, "of a session that another could not clear");
  }

  private static void requireCode(Reply reply, String code) {
    String actual = reply.text("/error/code").orElse("none");
    Deviation.unless(actual.equalsIgnoreCase(code), "code " + code, actual);
  }

  private static Call body(Graph graph, String operation, User user) {
    return graph.calls(operation, user).stream()
        .filter(call -> call.path().startsWith("/users/"))
        .findFirst()
        .orElseThrow();
  }
}
