package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.BATCH;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.THROTTLE;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Backstage;
import dev.rollcall.contract.ask.Batch;
import dev.rollcall.contract.ask.BatchReply;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** Several requests in one: {@code $batch}. */
class BatchContract {
  private static final int MOST_REQUESTS = 20;

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("READ"), @Tag("BATCH")})
  @Check(
      id = "batch.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-187",
      needs = {READ, BATCH},
      witness = "batch-ids-swapped",
      hint = "are answers put together with the ids of their own requests?")
  void every_answer_bears_the_id_of_its_request(Graph graph, User user) {
    User other = graph.anotherUser();
    User nobody = nobody();
    BatchReply reply =
        graph.batch(
            new Batch().add("A", read(user)).add("lost", read(nobody)).add("b-2", read(other)));
    Deviation.unless(
        reply.reply().answer().mediaType().equals("application/json"),
        "media type application/json",
        reply.reply().answer().mediaType());
    Deviation.unless(reply.parts().size() == 3, "3 answers", reply.parts().size());
    reply.part("A").isPresenceOf(user);
    reply.part("b-2").isPresenceOf(other);
    Deviation.unless(
        !reply.part("lost").body().path("id").asString("").equalsIgnoreCase(user.id()),
        "an answer of its own to request lost",
        "the presence of " + user.id());
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("READ"), @Tag("BATCH")})
  @Check(
      id = "batch.twenty",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-185",
      needs = {READ, BATCH},
      witness = "batch-limit-off-by-one-low",
      hint = "is the limit 20, itself included?")
  void twenty_requests_are_accepted_and_each_is_answered(Graph graph, User user) {
    BatchReply reply = graph.batch(reads(user, MOST_REQUESTS));
    Matrix.over(
        IntStream.range(0, MOST_REQUESTS).boxed().toList(),
        number -> reply.part(Integer.toString(number)).isPresenceOf(user));
    Deviation.unless(
        reply.parts().size() == MOST_REQUESTS, MOST_REQUESTS + " answers", reply.parts().size());
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("READ"), @Tag("BATCH")})
  @Check(
      id = "batch.twenty-one",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-185",
      needs = {READ, BATCH},
      witness = "batch-limit-ignored",
      hint = "are the requests counted before they are done?")
  void more_than_twenty_requests_are_refused(Graph graph, User user) {
    graph.batch(reads(user, MOST_REQUESTS + 1)).reply().isRefused();
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("READ"), @Tag("BATCH")})
  @Check(
      id = "batch.failing-parts",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-186",
      needs = {READ, BATCH},
      witness = "batch-takes-worst-status",
      hint = "is the status of a part taken for that of the whole?")
  void a_batch_whose_every_request_fails_answers_200(Graph graph) {
    BatchReply reply =
        graph.batch(
            new Batch()
                .add("1", Call.of("batch", "GET", "/there/is/no/such/path"))
                .add("2", Call.of("batch", "GET", "/nor/this")));
    Matrix.over(List.of("1", "2"), id -> reply.part(id).isRefused());
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("WRITE"), @Tag("BATCH")})
  @Check(
      id = "batch.agrees-with-read",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-187",
      needs = {WRITE, BATCH},
      witness = "batch-bodies-of-the-first",
      hint = "does a part reach the same service as a request of its own?")
  void parts_show_what_reads_of_their_own_show(Graph graph, User user) {
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.presence(user).shows(Pair.PRESENTING);
    Call many =
        Call.of("getPresencesByUserId", "POST", "/communications/getPresencesByUserId")
            .json("{\"ids\":[\"" + user.id() + "\"]}");
    BatchReply reply =
        graph.batch(
            new Batch().add("one", read(user)).add("slash", without(read(user))).add("many", many));
    reply.part("one").isPresenceOf(user).shows(Pair.PRESENTING);
    reply.part("slash").isPresenceOf(user);
    String inMany = reply.part("many").is(200).body().at("/value/0/activity").asString("none");
    Deviation.unless(
        Pair.pascal(inMany).equals("Presenting"), "activity Presenting in part many", inMany);
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("READ"), @Tag("BATCH")})
  @Check(
      id = "batch.duplicate-ids",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-188",
      needs = {READ, BATCH},
      witness = "batch-duplicate-ids-accepted",
      hint = "are ids compared before the requests are done, whatever the case of their letters?")
  void two_requests_of_one_id_make_the_whole_a_bad_request(Graph graph, User user) {
    Matrix.over(
        List.of("a", "A"),
        second ->
            graph.batch(new Batch().add("a", read(user)).add(second, read(user))).reply().is(400));
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("WRITE"), @Tag("BATCH")})
  @Check(
      id = "batch.depends-on-failure",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-189",
      needs = {WRITE, BATCH},
      witness = "batch-dependencies-ignored",
      hint = "is a request held back until those it depends on have succeeded?")
  void what_depends_on_a_failure_is_not_done(Graph graph, User user) {
    graph.setPresence(user, Pair.PRESENTING).is(200);
    graph.presence(user).shows(Pair.PRESENTING, "set before the batch");
    BatchReply reply =
        graph.batch(
            new Batch()
                .add("fails", Call.of("batch", "GET", "/there/is/no/such/path"))
                .add("next", set(graph, user, Pair.AWAY), "fails")
                .add("last", read(user), "next")
                .add("apart", read(user)));
    reply.part("fails").isRefused();
    reply.part("next").is(424);
    reply.part("last").is(424);
    reply.part("apart").shows(Pair.PRESENTING);
    graph.presence(user).shows(Pair.PRESENTING, "since what depends on a failure is not done");
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("WRITE"), @Tag("BATCH")})
  @Check(
      id = "batch.depends-on-success",
      level = MUST,
      basis = DERIVED,
      clause = {"S-093", "S-189"},
      needs = {WRITE, BATCH},
      witness = "batch-writes-lost",
      hint = "are requests done in the order of their dependencies, and their writes kept?")
  void what_depends_on_a_write_sees_it(Graph graph, User user) {
    BatchReply reply =
        graph.batch(
            new Batch()
                .add("write", set(graph, user, Pair.IN_A_CALL))
                .add("read", read(user), "write"));
    reply.part("write").is(200);
    if (graph.isOurs() && !graph.readsLag()) {
      reply.part("read").shows(Pair.IN_A_CALL);
    }
    graph.presence(user).shows(Pair.IN_A_CALL, "set within a batch");
  }

  @Tags({@Tag("batch"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("BATCH")})
  @Check(
      id = "batch.content-type",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-191",
      needs = {WRITE, BATCH},
      witness = "batch-undeclared-body-accepted",
      hint = "is a body taken for JSON although nothing says so?")
  void a_part_with_a_body_needs_a_content_type(Graph graph, User user) {
    Call typed = set(graph, user, Pair.IN_A_CALL);
    Call untyped =
        new Call(
            typed.operation(),
            typed.method(),
            typed.path(),
            java.util.Map.of(),
            typed.body(),
            true);
    Reply reply = graph.batch(new Batch().add("1", untyped)).reply();
    if (reply.answer().status() / 100 != 4) {
      new BatchReply(reply).part("1").isRefused();
    }
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("READ"), @Tag("BATCH"), @Tag("THROTTLE")})
  @Check(
      id = "batch.throttled-part",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-190",
      needs = {READ, BATCH, THROTTLE},
      witness = "throttle-status-503",
      hint = "is each part counted and refused for itself?")
  void a_part_beyond_the_limit_is_throttled_alone(Graph graph, User user, Backstage backstage) {
    backstage.limit(2, Duration.ofSeconds(30));
    BatchReply reply = graph.batch(reads(user, 3));
    List<Integer> statuses =
        IntStream.range(0, 3)
            .map(n -> reply.part(Integer.toString(n)).status())
            .sorted()
            .boxed()
            .toList();
    Deviation.unless(
        statuses.equals(List.of(200, 200, 429)), "two parts served and one 429", statuses);
    BatchReply.Part refused =
        IntStream.range(0, 3)
            .mapToObj(n -> reply.part(Integer.toString(n)))
            .filter(part -> part.status() == 429)
            .findFirst()
            .orElseThrow();
    Deviation.unless(
        refused.body().at("/error/code").isString(),
        "an error in the refused part",
        refused.body());
  }

  @Tags({@Tag("batch"), @Tag("SHOULD"), @Tag("READ"), @Tag("BATCH")})
  @Check(
      id = "batch.nothing-to-do",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-179",
      needs = {READ, BATCH},
      witness = "batch-empty-accepted",
      hint = "is the list of requests looked at before it is gone through?")
  void a_batch_without_requests_that_can_be_told_apart_is_refused(Graph graph) {
    String get = "\"method\":\"GET\",\"url\":\"/no/such/path\"}]}";
    Matrix.over(
        List.of(
            "{}",
            "{\"requests\":[]}",
            "{\"requests\":[{\"id\":\"1\"",
            "{\"requests\":[{" + get,
            "{\"requests\":[{\"id\":1," + get),
        body -> graph.batchFor(body).isRefused());
  }

  @Tags({@Tag("batch"), @Tag("MUST"), @Tag("READ"), @Tag("BATCH")})
  @Check(
      id = "batch.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = {READ, BATCH},
      witness = "batch-accepts-anonymous",
      hint = "is this path behind the same authentication as the others?")
  void a_batch_without_a_token_is_refused(Graph graph, User user) {
    Matrix.over(graph.refusals("batch", user), refusal -> refusal.reply().is(401));
  }

  private static Batch reads(User user, int count) {
    var batch = new Batch();
    IntStream.range(0, count).forEach(number -> batch.add(Integer.toString(number), read(user)));
    return batch;
  }

  private static Call read(User user) {
    return Call.of("getPresence", "GET", "/users/" + user.id() + "/presence");
  }

  /** The same with a path that does not begin with a slash. */
  private static Call without(Call call) {
    return Call.of(call.operation(), call.method(), call.path().substring(1));
  }

  private static Call set(Graph graph, User user, Pair pair) {
    return graph.writing("setPresence", user).json(Session.of(pair).json(graph.app()).toString());
  }

  private static User nobody() {
    return new User(UUID.randomUUID().toString());
  }
}
