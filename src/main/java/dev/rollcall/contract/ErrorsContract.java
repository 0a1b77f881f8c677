package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.wire.Call;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How the API says no, whatever the operation. */
class ErrorsContract {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  @Check(
      id = "errors.envelope",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-171",
      needs = READ,
      witness = "getPresence-error-without-code",
      hint = "does a gateway answer in the place of the service?")
  void an_error_has_a_code_and_a_message(Graph graph, User user) {
    Matrix.over(
        graph.oneCallEach(user),
        call -> {
          JsonNode error = refused(graph, call).object().path("error");
          requireString(error, "code");
          requireString(error, "message");
        });
  }

  @Check(
      id = "errors.inner-error",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {"S-172", "S-173"},
      needs = READ,
      witness = "getPresence-error-without-inner-error",
      hint = "does a gateway answer in the place of the service?")
  void an_error_tells_when_it_was_and_by_which_request(Graph graph, User user) {
    Matrix.over(
        graph.oneCallEach(user),
        call -> {
          JsonNode inner = innerError(refused(graph, call));
          requireString(inner, "date");
          requireString(inner, "request-id");
        });
  }

  @Check(
      id = "errors.request-id",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-174",
      needs = READ,
      witness = "getPresence-request-id-other",
      hint = "do header and body come from the same request?")
  void the_request_id_is_a_guid_in_header_and_body(Graph graph, User user) {
    Matrix.over(
        graph.oneCallEach(user),
        call -> {
          Reply reply = refused(graph, call);
          String header = reply.answer().header("request-id").orElse("none");
          Deviation.unless(GUID.matcher(header).matches(), "a GUID in header request-id", header);
          String inner = innerError(reply).path("request-id").asString("none");
          Deviation.unless(
              inner.equals(header), "request-id " + header + " in the body too", inner);
        });
  }

  @Check(
      id = "errors.client-request-id",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-175",
      needs = READ,
      witness = "getPresence-client-request-id-other",
      hint = "does a gateway drop or replace the header?")
  void the_callers_request_id_comes_back(Graph graph, User user) {
    Matrix.over(
        graph.oneCallEach(user),
        call -> {
          String sent = UUID.randomUUID().toString();
          Reply reply = graph.send(call.anonymous().header("client-request-id", sent));
          String back = reply.answer().header("client-request-id").orElse("none");
          Deviation.unless(back.equals(sent), "client-request-id " + sent, back);
        });
  }

  @Check(
      id = "errors.method-not-allowed",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-176",
      needs = WRITE,
      witness = "getPresence-error-status-200",
      hint = "does the router fall back to another method?")
  void a_method_that_is_not_supported_is_refused(Graph graph, User user) {
    Matrix.over(
        graph.oneCallEach(user),
        call -> graph.send(Call.of(call.operation(), "PUT", call.path())).is(405));
  }

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
            .filter(call -> call.path().contains("no-guid"))
            .toList(),
        call -> graph.send(call).isOneOf(400, 404));
  }

  @Check(
      id = "errors.not-json",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-179",
      needs = WRITE,
      witness = "setPresence-error-status-200",
      hint = "is the body read before it is judged?")
  void a_body_that_is_no_json_is_refused(Graph graph, User user) {
    Matrix.over(
        List.of(
            "setPresence",
            "clearPresence",
            "setUserPreferredPresence",
            "clearUserPreferredPresence",
            "setStatusMessage"),
        operation -> {
          Reply reply = graph.send(graph.action(operation, user).json("{\"cut")).isRefused();
          if (graph.isOurs()) {
            reply.is(400);
          }
        });
  }

  /** The surest refusal there is: a request without a token. */
  private static Reply refused(Graph graph, Call call) {
    return graph.send(call.anonymous()).isRefused();
  }

  private static void requireString(JsonNode object, String member) {
    Deviation.unless(
        object.path(member).isString(),
        "a string '" + member + "'",
        object.path(member).toString());
  }

  /** Pages spell it in two ways. */
  private static JsonNode innerError(Reply reply) {
    JsonNode error = reply.object().path("error");
    return error.has("innerError") ? error.path("innerError") : error.path("innererror");
  }
}
