package dev.rollcall.report.mask;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Rewrites the strings of a JSON text and leaves all else as it is. Goes by quotes, colons and
 * nothing more, so that a text that is cut short or not JSON at all can be rewritten as well.
 */
final class JsonStrings {

  /** What to put in place of a string. */
  interface Rewriting {
    /**
     * @param member the name that stood last before the value
     * @param around the names under which the objects and arrays around the value stand, as far as
     *     the text tells
     * @param value as written between the quotes, escapes included
     * @param whole false if the text ends before the closing quote
     * @param inError whether the text has an {@code error} member before it
     */
    String of(
        String member, Collection<String> around, String value, boolean whole, boolean inError);

    /** What to put in place of the text between strings: punctuation, unless it is not JSON. */
    default String between(String text) {
      return text;
    }
  }

  private final String text;
  private final Rewriting rewriting;
  private final Deque<String> around = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();
  private String member;
  private boolean inError;

  private JsonStrings(String text, String member, Rewriting rewriting) {
    this.text = text;
    this.member = member;
    this.rewriting = rewriting;
  }

  /**
   * @param member the name under which the whole text stands; empty for none
   */
  static String rewritten(String text, String member, Rewriting rewriting) {
    return rewritten(text, List.of(), member, rewriting);
  }

  /** The same of a text that stands in objects or arrays of these names. */
  static String rewritten(String text, List<String> around, String member, Rewriting rewriting) {
    var strings = new JsonStrings(text, member, rewriting);
    around.forEach(strings.around::push);
    return strings.run();
  }

  private String run() {
    int from = 0;
    for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
      String between = text.substring(from, quote);
      between.chars().forEach(this::follow);
      out.append(rewriting.between(between)).append('"');
      int end = endOfString(quote + 1);
      String value = text.substring(quote + 1, end);
      if (isFollowedByColon(end + 1)) {
        member = value;
        inError |= value.equals("error");
        out.append(value);
      } else {
        out.append(rewriting.of(member, around, value, end < text.length(), inError));
      }
      from = Math.min(end, text.length());
      if (end < text.length()) {
        out.append('"');
        from = end + 1;
      }
    }
    return out.append(rewriting.between(text.substring(from))).toString();
  }

  private void follow(int character) {
    switch (character) {
      case '{', '[' -> around.push(member);
      case '}', ']' -> around.poll();
      default -> {}
    }
  }

  private int endOfString(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private boolean isFollowedByColon(int start) {
    int at = start;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }
}
