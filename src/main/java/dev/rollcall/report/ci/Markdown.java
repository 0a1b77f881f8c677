package dev.rollcall.report.ci;

import dev.rollcall.report.text.PlainText;

/**
 * Text of a target in Markdown: shown as it is, never read as markup. Whatever could be markup is
 * written as a numeric reference, which Markdown takes for text wherever it stands.
 */
final class Markdown {
  private static final int LONGEST = 300;
  private static final String PLAIN = " -,'";
  private static final int END_OF_ASCII = 0x80;

  private Markdown() {}

  static String text(String text) {
    return PlainText.line(text, LONGEST)
        .codePoints()
        .mapToObj(Markdown::written)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /** In the type of code, where nobody is notified and nothing becomes a link. */
  static String code(String text) {
    return text.isBlank() ? "" : "<code>" + text(text) + "</code>";
  }

  private static String written(int character) {
    boolean plain =
        character >= END_OF_ASCII
            || Character.isLetterOrDigit(character)
            || PLAIN.indexOf(character) >= 0;
    return plain ? Character.toString(character) : "&#" + character + ";";
  }
}
