package dev.rollcall.report.mask;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What people wrote about themselves: hidden wherever it turns up again. */
public final class FreeText {
  /** What stands in its place. */
  public static final String HIDDEN = "(hidden)";

  /** Below this, a text may be any word of a report. */
  private static final int SHORTEST = 4;

  private final Set<String> texts = new LinkedHashSet<>();

  /** Remembers a text, given as it stands between the quotes of a JSON string. */
  void remember(String escaped) {
    String text = unescaped(escaped).strip();
    if (text.length() >= SHORTEST) {
      texts.add(text);
    }
  }

  String hiddenIn(String sentence) {
    String hidden = sentence;
    for (String text :
        texts.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      hidden = hidden.replace(text, HIDDEN);
    }
    return hidden;
  }

  private static String unescaped(String escaped) {
    try {
      return JsonMapper.shared().readValue('"' + escaped + '"', String.class);
    } catch (JacksonException e) {
      // A text cut in the middle of an escape: what is left of it is as good as it gets.
      return escaped;
    }
  }
}
