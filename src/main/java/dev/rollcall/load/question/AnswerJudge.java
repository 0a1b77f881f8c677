package dev.rollcall.load.question;

import dev.rollcall.schema.Violation;
import java.util.List;

/**
 * Judges the answers of one operation, in two parts: what has to be known at once and costs little,
 * and what costs more. Safe for use by many threads.
 */
public interface AnswerJudge {

  /**
   * Whether those who were asked for are served, and nobody else.
   *
   * @param asked ids of users
   * @param body of an answer with status 200
   */
  Judgement served(List<String> asked, byte[] body);

  /** What the schema refuses of it; empty where no body is promised. */
  List<Violation> violations(byte[] body);

  /** Whether there is anything to hold against a schema. */
  default boolean hasForm() {
    return true;
  }

  default Judgement judge(List<String> asked, int status, byte[] body) {
    return status == Judgement.OK ? served(asked, body) : Judgement.refused(status, asked.size());
  }
}
