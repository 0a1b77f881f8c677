package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;

/** How the API says no, whatever the operation. */
class ErrorsContract {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final String REQUEST_ID = "request-id";
  private static final String CLIENT_REQUEST_ID = "client-request-id";

  /** Far more than clocks differ, less than any two zones do. */
  private static final Duration MOST_SKEW = Duration.ofMinutes(14);

  @Tags({@Tag("errors"), @Tag("MUST"), @Tag("READ")})
  @Check(
      id = "errors.envelope",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-171",
      needs = READ,
      witness = "getPresence-error-without-code",
      hint = "does a gateway answer in the place of the service?")
  void an_error_has_a_code_and_a_message(Graph graph, User user) {
    Matrix.over(graph.refusals(user), refusal -> refusal.reply().isRefused().isError());
  }

  @Tags({@Tag("errors"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "errors.media-type",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-171",
      needs = READ,
      witness = "getPresence-error-content-type-text",
      hint = "do errors leave by another way than answers?")
  void an_error_is_declared_as_json(Graph graph, User user) {
    // Of the others it is asked with what else they refuse.
    Matrix.over(
        graph.refusals(user).stream().filter(refusal -> Graph.reads(refusal.call())).toList(),
        refusal -> refusal.reply().isRefused().isJson());
  }

  @Tags({@Tag("errors"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "errors.inner-error",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-172",
      needs = READ,
      witness = "getPresence-error-without-inner-error",
      hint = "does a gateway answer in the place of the service?")
  void an_error_tells_when_it_was_and_by_which_request(Graph graph, User user) {
    Matrix.over(
        graph.refusals(user),
        refusal -> {
          JsonNode inner = innerError(refusal.reply().isRefused());
          requireString(inner, REQUEST_ID);
          Duration off = Duration.between(date(inner), refusal.at()).abs();
          Deviation.unless(
              off.compareTo(MOST_SKEW) < 0, "the time of the answer as 'date', in UTC", inner);
        });
  }

  @Tags({@Tag("errors"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "errors.request-id",
      level = SHOULD,
      basis = OBSERVED,
      clause = {"S-174", "S-175", "S-173"},
      needs = READ,
      witness = "getPresence-request-id-other",
      hint = "do header and body come from the same request, and past a gateway unchanged?")
  void service_and_caller_can_both_name_the_request(Graph graph, User user) {
    Set<String> ids = new HashSet<>();
    Matrix.over(
        graph.refusals(user),
        refusal -> {
          Reply reply = refusal.reply().isRefused();
          String id = requireIds(reply, refusal.clientRequestId(), ids);
          JsonNode inner = innerError(reply);
          requireSame(inner, REQUEST_ID, id);
          requireSame(inner, CLIENT_REQUEST_ID, refusal.clientRequestId());
        });
    if (graph.can(WRITE)) {
      graph.setPresence(
          graph.writable(user), Pair.IN_A_CALL); // so that there is a session to clear
    }
    Matrix.over(
        graph.oneCallEach(user),
        call -> {
          String sent = UUID.randomUUID().toString();
          requireIds(graph.send(call.header(CLIENT_REQUEST_ID, sent)), sent, ids);
        });
  }

  /** The id that the service gave the request, which no other request has. */
  private static String requireIds(Reply reply, String sent, Set<String> ids) {
    String id = reply.answer().header(REQUEST_ID).orElse("none");
    Deviation.unless(GUID.matcher(id).matches(), "a GUID in header request-id", id);
    Deviation.unless(ids.add(id), "a request-id of its own for each request", id);
    String back = reply.answer().header(CLIENT_REQUEST_ID).orElse("none");
    Deviation.unless(back.equals(sent), "client-request-id " + sent, back);
    return id;
  }

  @Tags({@Tag("errors"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "errors.method-not-allowed",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {"S-176", "S-171"},
      needs = WRITE,
      witness = "getPresence-error-status-200",
      hint = "does the router fall back to another method?")
  void a_method_that_is_not_supported_is_refused(Graph graph, User user) {
    List<Call> calls = new ArrayList<>();
    graph.oneCallEach(user).forEach(call -> calls.add(by("PUT", call)));
    // Never /me: whoever is signed in need not be one of those who may be written.
    Call read = Call.of("getPresence", "GET", "/users/" + user.id() + "/presence");
    calls.add(by("PATCH", read));
    calls.add(by("POST", read));
    calls.add(by("GET", graph.calls("getPresencesByUserId", user).get(0)));
    Matrix.over(calls, call -> graph.send(call).is(405).isError().isJson());
  }

  @Tags({@Tag("errors"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "errors.id-that-is-no-guid",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-178",
      needs = WRITE,
      witness = "setPresence-malformed-id-accepted",
      hint = "is the id checked before it is looked up?")
  void an_id_that_is_no_guid_is_refused(Graph graph) {
    Matrix.over(
        graph.oneCallEach(new User("no-guid")).stream()
            .filter(call -> !call.operation().equals("batch"))
            .toList(),
        call -> {
          Reply reply = graph.send(call).isOneOf(400, 404);
          reply.hasCode(reply.answer().status() == 400 ? "InvalidArgument" : "NotFound");
        });
  }

  @Tags({@Tag("errors"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "errors.not-json",
      level = SHOULD,
      basis = DERIVED,
      clause = {"S-179", "S-171"},
      needs = WRITE,
      witness = "setPresence-error-status-200",
      hint = "is the body read before it is judged?")
  void a_body_that_is_no_json_is_refused(Graph graph, User user) {
    Matrix.over(
        graph.oneCallEach(user).stream().filter(call -> call.body().length > 0).toList(),
        call -> {
          Reply reply = graph.send(call.json("{\"cut")).isRefused().isError().isJson();
          if (graph.isOurs()) {
            reply.is(400);
            graph.send(call.body("text/plain", text(call))).isOneOf(400, 415).isError().isJson();
          }
        });
    Call set = graph.action("setPresence", user);
    graph.send(set.json(Session.of(Pair.IN_A_CALL).json(graph.app()) + " and more")).isRefused();
  }

  private static Call by(String method, Call call) {
    return Call.of(call.operation(), method, call.path());
  }

  private static String text(Call call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }

  private static void requireSame(JsonNode inner, String member, String header) {
    String told = inner.path(member).asString("none");
    Deviation.unless(told.equals(header), member + " " + header + " in the body too", told);
  }

  private static Instant date(JsonNode inner) {
    String text = inner.path("date").asString("none");
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Deviation("a date and time without zone as 'date'", text);
    }
  }

  private static void requireString(JsonNode object, String member) {
    Deviation.unless(
        object.path(member).isString(),
        "a string '" + member + "'",
        object.has(member) ? object.get(member).toString() : "none");
  }

  /** Pages spell it in two ways. */
  private static JsonNode innerError(Reply reply) {
    JsonNode error = reply.object().path("error");
    return error.has("innerError") ? error.path("innerError") : error.path("innererror");
  }
}
