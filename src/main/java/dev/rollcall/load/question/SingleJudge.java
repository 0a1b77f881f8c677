package dev.rollcall.load.question;

import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.Violation;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges answers to the lookup of one user: whether it is this user's presence, then its form. */
record SingleJudge(Forms forms) implements AnswerJudge {
  static final String OPERATION = "getPresence";
  static final String SOMEBODY_ELSE = "somebody else's presence";

  @Override
  public Judgement served(List<String> asked, byte[] body) {
    try {
      JsonNode presence = JsonMapper.shared().readTree(body);
      return presence.isObject()
          ? judgement(isOf(asked.get(0), presence), presence)
          : Judgement.unreadable(1, "no presence");
    } catch (JacksonException e) {
      return Judgement.unreadable(1, BatchJudge.UNREADABLE);
    }
  }

  private static Judgement judgement(boolean own, JsonNode presence) {
    return own
        ? Judgement.of(new Items(1, 1, 0, 0, 0, 0), Optional.empty())
        : Judgement.of(
            new Items(1, 0, 1, 1, 0, 0),
            Optional.of(new Flaw(SOMEBODY_ELSE, "/id", presence.path("id").asString(""))));
  }

  /** Whether a presence bears this user's id, in whatever case. */
  static boolean isOf(String user, JsonNode presence) {
    return presence.path("id").asString("").equalsIgnoreCase(user);
  }

  @Override
  public List<Violation> violations(byte[] body) {
    return forms.violations(OPERATION, body);
  }
}
