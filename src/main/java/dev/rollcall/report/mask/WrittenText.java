package dev.rollcall.report.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what people wrote by the look of the member that holds it: also in a text of which neither
 * beginning nor end is there, whose quotes do not come in pairs, or that is a JSON text within a
 * JSON string.
 */
final class WrittenText {
  /** In a body, where a message may as well explain an error. */
  static final Pattern BODY = member("content|statusMessage");

  /** In a sentence that quotes a body. */
  static final Pattern SENTENCE = member("content|message|statusMessage");

  private WrittenText() {}

  private static Pattern member(String names) {
    return Pattern.compile("(\\\\*)\"(?:" + names + ")\\1\"\\s*:\\s*\\1\"");
  }

  static String hiddenIn(String text, Pattern members) {
    var hidden = new StringBuilder();
    Matcher member = members.matcher(text);
    int from = 0;
    while (member.find(from)) {
      int end = end(text, member.end(), member.group(1).length());
      hidden.append(text, from, member.end());
      hidden.append(end > member.end() ? FreeText.HIDDEN : "");
      from = end;
    }
    return hidden.append(text.substring(from)).toString();
  }

  /**
   * Where a string ends.
   *
   * @param escapes how many backslashes stand before the quotes around it
   */
  private static int end(String text, int start, int escapes) {
    int backslashes = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      int more = backslashes - escapes;
      if (c == '"' && (more < 0 || more % (2 * (escapes + 1)) == 0)) {
        return Math.max(start, at - escapes);
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return text.length();
  }
}
