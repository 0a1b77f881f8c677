package dev.rollcall.contract;

import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.READ;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.contract.wire.NoAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/**
 * How the API takes requests of an odd form: as HTTP and JSON want it, and without falling over.
 */
class MannersContract {
  private static final String MANY = "getPresencesByUserId";
  private static final int LARGE = 1 << 20;
  private static final int DEEP = 20_000;

  @Tags({@Tag("manners"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "manners.content-type",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-064",
      needs = READ,
      witness = "getPresencesByUserId-any-content-type-accepted",
      hint = "is a body read without a look at what it is declared to be?")
  void a_body_that_is_not_declared_as_json_is_refused(Graph graph, User user) {
    String body = ids(user);
    Call call = many(graph, user);
    Matrix.over(
        List.of(call.body("text/plain", body), call.untyped(body)),
        each -> {
          Reply reply = graph.send(each).isRefused();
          if (graph.isOurs()) {
            reply.isOneOf(400, 415);
          }
        });
  }

  @Tags({@Tag("manners"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "manners.media-type",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-064",
      needs = READ,
      witness = "getPresencesByUserId-content-type-parameters-refused",
      hint = "is the whole header compared, instead of its media type?")
  void parameters_and_letter_case_of_the_content_type_do_not_matter(Graph graph, User user) {
    graph.send(many(graph, user).body("Application/JSON; charset=UTF-8", ids(user))).is(200);
  }

  @Tags({@Tag("manners"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "manners.other-credentials",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = READ,
      witness = "getPresence-accepts-anonymous",
      hint = "is any Authorization header good enough?")
  void credentials_that_are_no_bearer_token_are_refused(Graph graph, User user) {
    List<Call> calls = new ArrayList<>();
    graph.oneCallEach(user).stream()
        .filter(call -> Graph.reads(call) || call.operation().equals("setPresence"))
        .forEach(call -> calls.add(with("Basic cm9sbDpjYWxs", call)));
    calls.add(with("Bearer ", calls.get(0)));
    Matrix.over(calls, call -> graph.send(call).is(401));
  }

  @Tags({@Tag("manners"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "manners.deep-json",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-179",
      needs = READ,
      witness = "getPresencesByUserId-deep-body-server-error",
      hint = "is a body of any depth read by recursion?")
  void a_deeply_nested_body_is_refused_and_does_no_harm(Graph graph, User user) {
    String deep = "{\"ids\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
    graph.presencesFor(deep).isRefused().isError();
    graph.presences(List.of(user.id())).is(200);
  }

  @Tags({@Tag("manners"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "manners.large-body",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-179",
      needs = READ,
      witness = "getPresencesByUserId-large-body-server-error",
      hint = "does a limit of the framework end in a server error?")
  void a_large_body_is_served_or_refused_and_does_no_harm(Graph graph, User user) {
    String large = ids(user) + " ".repeat(LARGE);
    // Whoever refuses it may close the connection before it is read to its end.
    Optional<Reply> reply = unlessClosed(() -> graph.presencesFor(large));
    reply
        .filter(each -> each.answer().status() != 200)
        .ifPresent(each -> each.isRefused().isError());
    reply
        .filter(each -> each.answer().status() == 200)
        .ifPresent(each -> Deviation.unless(each.presences().size() == 1, "one item", each.told()));
    graph.presences(List.of(user.id())).is(200);
  }

  private static Optional<Reply> unlessClosed(java.util.function.Supplier<Reply> exchange) {
    try {
      return Optional.of(exchange.get());
    } catch (NoAnswer closed) {
      return Optional.empty();
    }
  }

  private static Call many(Graph graph, User user) {
    return graph.calls(MANY, user).get(0);
  }

  private static String ids(User user) {
    return "{\"ids\":[\"" + user.id() + "\"]}";
  }

  private static Call with(String credentials, Call call) {
    return call.anonymous().header("Authorization", credentials);
  }
}
