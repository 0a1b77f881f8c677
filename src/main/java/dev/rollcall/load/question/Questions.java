package dev.rollcall.load.question;

import dev.rollcall.load.plan.Errand;
import dev.rollcall.load.plan.UserPool;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the requests of a run, of each kind. Safe for use by many threads. */
public final class Questions {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] NO_BODY = {};

  /** The shortest that may be asked for: should the run be killed, little is left behind. */
  private static final String LIFE = "PT5M";

  private final UserPool users;
  private final OwnUsers own;
  private final BatchJudge batch;
  private final SingleJudge single;
  private final BundleJudge bundle;

  public Questions(UserPool users, OwnUsers own, Forms forms) {
    this.users = users;
    this.own = own;
    this.batch = new BatchJudge(forms);
    this.single = new SingleJudge(forms);
    this.bundle = new BundleJudge(forms);
  }

  /** The request of this number; empty when it would write and no user is free for it. */
  public Optional<Question> of(long index, Errand errand) {
    return switch (errand.kind()) {
      case BATCH -> Optional.of(batch(users.batch(index, errand.size())));
      case SINGLE -> Optional.of(single(users.batch(index, 1).get(0), single));
      case BUNDLE -> Optional.of(bundle(users.batch(index, errand.size())));
      case WRITE -> own.take().map(user -> write(user, SessionState.of(index)));
    };
  }

  private Question batch(List<String> ids) {
    return Question.of(
        BatchJudge.OPERATION,
        "/communications/" + BatchJudge.OPERATION,
        JSON.writeValueAsBytes(Map.of("ids", ids)),
        ids,
        batch);
  }

  private Question single(String user, AnswerJudge judge) {
    return Question.of(SingleJudge.OPERATION, presenceOf(user), NO_BODY, List.of(user), judge);
  }

  private Question bundle(List<String> ids) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode parts = body.putArray("requests");
    for (int i = 0; i < ids.size(); i++) {
      parts
          .addObject()
          .put("id", Integer.toString(i + 1))
          .put("method", "GET")
          .put("url", presenceOf(ids.get(i)));
    }
    return Question.of(BundleJudge.OPERATION, "/$batch", JSON.writeValueAsBytes(body), ids, bundle);
  }

  private Question write(String user, SessionState state) {
    ObjectNode body = JSON.createObjectNode();
    body.put("sessionId", own.sessionId());
    body.put("availability", state.availability());
    body.put("activity", state.activity());
    body.put("expirationDuration", LIFE);
    Question read = single(user, new OwnReadJudge(single, state));
    Runnable end = () -> own.giveBack(user);
    return new Question(
        WriteJudge.OPERATION,
        presenceOf(user) + "/" + WriteJudge.OPERATION,
        JSON.writeValueAsBytes(body),
        List.of(),
        new WriteJudge(),
        Optional.of(
            new Question(
                read.operation(),
                read.path(),
                read.body(),
                read.asked(),
                read.judge(),
                Optional.empty(),
                end)),
        end);
  }

  static String presenceOf(String user) {
    String segment = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    return "/users/" + segment + "/presence";
  }
}
