package dev.rollcall.report.page;

/**
 * Lays out a JSON text without parsing it, so that numbers, spellings and duplicates stay as they
 * came, and a text cut in the middle or wrong in the middle can be shown as well.
 */
public final class IndentedJson {
  private static final String STEP = "  ";
  // A hostile text of brackets alone would otherwise grow with the square of its length.
  private static final int DEEPEST = 24;

  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean inString;
  private boolean escaped;

  private IndentedJson() {}

  /** The text laid out if it looks like a JSON object or array, else as it is. */
  public static String of(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
      return text;
    }
    var layout = new IndentedJson();
    for (int i = 0; i < stripped.length(); i++) {
      layout.add(stripped, i);
    }
    return layout.out.toString();
  }

  private void add(String text, int index) {
    char c = text.charAt(index);
    if (inString) {
      out.append(c);
      inString = c != '"' || escaped;
      escaped = c == '\\' && !escaped;
      return;
    }
    switch (c) {
      case '{', '[' -> open(c, text, index);
      case '}', ']' -> close(c);
      case ',' -> out.append(c).append('\n').append(STEP.repeat(Math.min(depth, DEEPEST)));
      case ':' -> out.append(": ");
      case ' ', '\t', '\n', '\r' -> {}
      case '"' -> {
        inString = true;
        out.append(c);
      }
      default -> out.append(c);
    }
  }

  private void open(char bracket, String text, int index) {
    out.append(bracket);
    depth++;
    if (!endsAtOnce(text, index)) {
      out.append('\n').append(STEP.repeat(Math.min(depth, DEEPEST)));
    }
  }

  private void close(char bracket) {
    depth = Math.max(0, depth - 1);
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[') {
      out.append('\n').append(STEP.repeat(Math.min(depth, DEEPEST)));
    }
    out.append(bracket);
  }

  private static boolean endsAtOnce(String text, int index) {
    int next = index + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && (text.charAt(next) == '}' || text.charAt(next) == ']');
  }
}
