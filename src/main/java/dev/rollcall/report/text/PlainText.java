package dev.rollcall.report.text;

/**
 * Text of a target made fit for a terminal: no control character reaches it, so that no answer can
 * move the cursor or colour what follows, nor command the CI server that reads the log.
 */
public final class PlainText {
  /** Begins a command to the runner of GitHub and Azure pipelines, wherever in a line it stands. */
  private static final String COMMAND = "##[";

  private PlainText() {}

  /** The text in one line, runs of white space made one blank. */
  public static String line(String text) {
    return visible(text.strip().replaceAll("\\s+", " ")).replace(COMMAND, "#?[");
  }

  /** The text in one line of at most so many characters. */
  public static String line(String text, int longest) {
    // Cut first as well: a body of megabytes need not be looked through for one line.
    String head = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
    String line = line(head);
    return line.length() <= longest && head.length() == text.length()
        ? line
        : line.substring(0, Math.min(line.length(), longest)) + "...";
  }

  private static String visible(String text) {
    return text.codePoints()
        .map(c -> isHarmless(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether the character can neither move nor colour nor turn around what stands beside it. */
  static boolean isHarmless(int character) {
    int type = Character.getType(character);
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
  }
}
