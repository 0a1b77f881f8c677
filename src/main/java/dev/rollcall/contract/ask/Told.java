package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An answer in a few words: what it is, and what is likely behind it where that is plain. */
public final class Told {
  private static final int LONGEST_BODY = 160;
  private static final int LONGEST_ADDRESS = 300;

  private Told() {}

  static String of(Answer answer) {
    if (answer.status() == 0) {
      return answer.flaw();
    }
    String code = answer.json().map(json -> json.at("/error/code").asString("")).orElse("");
    return "status "
        + answer.status()
        + (code.isEmpty() ? "" : " with code " + shortened(code, LONGEST_BODY))
        + (answer.cut() ? ", " + answer.flaw() : "")
        + redirected(answer)
        + (isPage(answer) ? ", an HTML page instead of JSON: a login page or a proxy's?" : "")
        + (code.isEmpty() ? body(answer) : "");
  }

  private static String redirected(Answer answer) {
    return answer.status() / 100 == 3
        ? answer
            .header("Location")
            .map(to -> ", redirected to " + shortened(to, LONGEST_ADDRESS))
            .map(to -> to + ": redirects are not followed, the token would go with them")
            .orElse("")
        : "";
  }

  private static boolean isPage(Answer answer) {
    return answer.mediaType().equals("text/html")
        || beginning(answer, LONGEST_BODY).strip().toLowerCase(Locale.ROOT).startsWith("<!doctype");
  }

  private static String body(Answer answer) {
    return answer.body().length == 0
        ? ""
        : " and body " + shortened(beginning(answer, 4 * LONGEST_BODY), LONGEST_BODY);
  }

  private static String beginning(Answer answer, int bytes) {
    int length = Math.min(bytes, answer.body().length);
    return new String(answer.body(), 0, length, StandardCharsets.UTF_8);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
