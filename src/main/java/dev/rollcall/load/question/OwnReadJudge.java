package dev.rollcall.load.question;

import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.Violation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the read that follows a session which was set: a user of whom nobody else has a session
 * shows it (DERIVED). Values compare without regard to case.
 */
record OwnReadJudge(SingleJudge single, SessionState set) implements AnswerJudge {
  static final String NOT_SHOWN = "the read does not show what was set";

  @Override
  public Judgement served(List<String> asked, byte[] body) {
    Judgement judgement = single.served(asked, body);
    return judgement.isOk() ? shown(JsonMapper.shared().readTree(body), judgement) : judgement;
  }

  private Judgement shown(JsonNode presence, Judgement judgement) {
    String availability = presence.path("availability").asString("");
    String activity = presence.path("activity").asString("");
    boolean same = set.availability().equalsIgnoreCase(availability);
    return same && set.activity().equalsIgnoreCase(activity)
        ? judgement
        : Judgement.of(
            new Items(1, 0, 1, 0, 0, 0),
            Optional.of(
                same
                    ? new Flaw(NOT_SHOWN, "/activity", activity)
                    : new Flaw(NOT_SHOWN, "/availability", availability)));
  }

  @Override
  public List<Violation> violations(byte[] body) {
    return single.violations(body);
  }
}
