package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.BATCH;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.PERMISSIONS;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.THROTTLE;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofSeconds;

import dev.rollcall.contract.ask.Backstage;
import dev.rollcall.contract.ask.Batch;
import dev.rollcall.contract.ask.BatchReply;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Identities;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** How many requests are served, and what a caller beyond that is told. */
class LimitsContract {
  private static final Duration WINDOW = ofSeconds(30);
  private static final int A_WINDOW = 1_500;
  private static final int A_BATCH = 20;

  @Tags({@Tag("limits"), @Tag("MUST"), @Tag("WRITE"), @Tag("THROTTLE")})
  @Check(
      id = "limits.refused-beyond",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-181",
      needs = {WRITE, THROTTLE},
      witness = "throttle-status-503",
      hint = "is the limit the last request served, or the first refused?")
  void beyond_the_limit_requests_are_refused_with_429(Graph graph, User user, Backstage backstage) {
    // Not the user who is read: where reads lag, whoever was just written is read twice.
    User written = graph.anotherUser();
    backstage.limit(3, WINDOW);
    graph.presence(user).is(200);
    graph.clearPreference(written).is(200);
    graph.presences(List.of(user.id())).is(200);
    Reply refused = graph.presence(user).is(429);
    Deviation.unless(
        refused.object().at("/error/code").isString()
            && refused.object().at("/error/message").isString(),
        "an error with code and message",
        refused.told());
  }

  @Tags({@Tag("limits"), @Tag("SHOULD"), @Tag("READ"), @Tag("THROTTLE"), @Tag("CLOCK")})
  @Check(
      id = "limits.retry-after",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-182",
      needs = {READ, THROTTLE, CLOCK},
      witness = "throttle-retry-after-too-short",
      hint = "is the wait counted to the moment at which the window has room again?")
  void who_waits_as_long_as_retry_after_says_is_served(
      Graph graph, User user, Backstage backstage, TargetClock clock) {
    backstage.limit(2, WINDOW);
    graph.presence(user).is(200);
    clock.advance(ofSeconds(10));
    graph.presence(user).is(200);
    String wait = graph.presence(user).is(429).answer().header("Retry-After").orElse("none");
    Deviation.unless(
        wait.matches("[1-9]\\d{0,4}"), "whole seconds of one or more in Retry-After", wait);
    Deviation.unless(
        Integer.parseInt(wait) <= WINDOW.toSeconds(), "a wait within the window of 30 s", wait);
    clock.advance(ofSeconds(Long.parseLong(wait)));
    graph.presence(user).is(200);
  }

  @Tags({@Tag("limits"), @Tag("MUST"), @Tag("READ"), @Tag("THROTTLE"), @Tag("PERMISSIONS")})
  @Check(
      id = "limits.other-applications",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-183",
      needs = {READ, THROTTLE, PERMISSIONS},
      witness = "throttle-counts-all-applications",
      hint = "is the count kept for each application and tenant?")
  void another_application_or_tenant_is_not_affected(Graph graph, User user, Backstage backstage) {
    backstage.limit(1, WINDOW);
    Identities identities = graph.identities();
    Graph busy = graph.as(identities.application("Presence.Read.All"));
    busy.presence(user).is(200);
    busy.presence(user).is(429);
    graph.as(identities.delegated(user, "Presence.Read.All")).presence(user).is(429);
    graph.asApplication(UUID.randomUUID().toString()).presence(user).is(200);
    graph
        .as(identities.application("Presence.Read.All").in(UUID.randomUUID().toString()))
        .presence(user)
        .is(200);
  }

  @Tags({@Tag("limits"), @Tag("SHOULD"), @Tag("READ"), @Tag("THROTTLE")})
  @Check(
      id = "limits.batch-read-counts-once",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-067",
      needs = {READ, THROTTLE},
      witness = "throttle-counts-ids",
      hint = "is the unit of the limit the request, whatever the number of ids?")
  void a_read_of_many_counts_as_one_request(Graph graph, User user, Backstage backstage) {
    backstage.limit(2, WINDOW);
    var ids = Stream.generate(() -> graph.anotherUser().id()).limit(3).distinct().toList();
    graph.presences(ids).is(200);
    graph.presence(user).is(200);
    graph.presence(user).is(429);
  }

  @Tags({@Tag("limits"), @Tag("MUST"), @Tag("READ"), @Tag("THROTTLE"), @Tag("BATCH")})
  @Check(
      id = "limits.documented-rate",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-180", "S-181"},
      needs = {READ, THROTTLE, BATCH},
      witness = "throttle-limit-off-by-one-low",
      hint = "are 1,500 requests of one read in 30 s served to one application?")
  void the_documented_rate_of_a_read_is_served_and_not_more(
      Graph graph, User user, Backstage backstage) {
    int made = A_WINDOW - A_BATCH;
    backstage.keepLimits(made, "read-api", "presence");
    BatchReply reply = graph.batch(reads(user));
    Deviation.unless(
        reply.parts().size() == A_BATCH
            && reply.parts().stream().allMatch(part -> part.path("status").intValue(0) == 200),
        "all of the first " + A_WINDOW + " requests in 30 s served",
        "a refusal among requests " + (made + 1) + " to " + A_WINDOW);
    graph.presence(user).is(429);
    graph.presences(List.of(user.id())).is(200);
  }

  private static Batch reads(User user) {
    var batch = new Batch();
    Call read = Call.of("getPresence", "GET", "/users/" + user.id() + "/presence");
    IntStream.range(0, A_BATCH).forEach(id -> batch.add(Integer.toString(id), read));
    return batch;
  }
}
