package dev.rollcall.load.question;

import java.util.List;
import java.util.Optional;

/**
 * One request as it is to be sent.
 *
 * @param operation its name in reports
 * @param path below the version segment
 * @param body JSON; empty for a GET
 * @param asked ids of the users whose presence it asks for, or who is written
 * @param then what is asked after it, if it succeeds
 * @param end is run when nothing follows any more
 */
public record Question(
    String operation,
    String path,
    byte[] body,
    List<String> asked,
    AnswerJudge judge,
    Optional<Question> then,
    Runnable end) {

  public static Question of(
      String operation, String path, byte[] body, List<String> asked, AnswerJudge judge) {
    return new Question(operation, path, body, asked, judge, Optional.empty(), () -> {});
  }

  public boolean isGet() {
    return body.length == 0;
  }
}
