package dev.rollcall.load.question;

import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.Violation;
import java.util.List;
import java.util.Optional;

/** Judges answers to a session that is set: the status says all. */
public record WriteJudge() implements AnswerJudge {
  static final String OPERATION = "setPresence";

  @Override
  public Judgement served(List<String> asked, byte[] body) {
    return Judgement.of(new Items(0, 0, 0, 0, 0, 0), Optional.empty());
  }

  @Override
  public List<Violation> violations(byte[] body) {
    return List.of();
  }

  @Override
  public boolean hasForm() {
    return false;
  }
}
