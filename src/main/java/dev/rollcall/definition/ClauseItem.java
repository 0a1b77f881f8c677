package dev.rollcall.definition;

import java.util.Arrays;
import java.util.List;

/** Reads list items that end {@code (S-093; DERIVED; source)}. */
final class ClauseItem {
  private static final String REMEDY =
      "end the item '(S-123; BASIS; source)', basis one of " + Arrays.toString(Basis.values());

  private ClauseItem() {}

  /** The clauses of an api or a concept page: every item of its lists is one. */
  static List<Clause> all(Page page) {
    return page.sections().stream()
        .flatMap(section -> section.items().stream())
        .map(ClauseItem::read)
        .toList();
  }

  private static Clause read(Phrase item) {
    String text = item.marked();
    int open = text.lastIndexOf("(S-");
    if (open < 0 || !text.endsWith(")")) {
      throw malformed(item, "this clause does not end with its statement, basis and source");
    }
    List<String> parts = List.of(text.substring(open + 1, text.length() - 1).split("; ", -1));
    String sentence = text.substring(0, open).strip();
    if (parts.size() != 3 || parts.get(2).isBlank() || sentence.isEmpty()) {
      throw malformed(item, "this clause does not end with its statement, basis and source");
    }
    if (sentence.contains("(S-")) {
      throw malformed(item, "this clause holds several statements");
    }
    if (!parts.get(0).matches("S-\\d{3}")) {
      throw malformed(item, "'" + parts.get(0) + "' is no statement number");
    }
    return new Clause(
        parts.get(0), sentence, basis(parts.get(1), item), parts.get(2), item.place());
  }

  private static Basis basis(String word, Phrase item) {
    return Arrays.stream(Basis.values())
        .filter(basis -> basis.name().equals(word))
        .findFirst()
        .orElseThrow(() -> malformed(item, "unknown basis '" + word + "'"));
  }

  static Basis basis(Phrase cell) {
    return Arrays.stream(Basis.values())
        .filter(basis -> basis.name().equals(cell.plain()))
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedPage(
                    cell.place(),
                    "unknown basis '" + cell.plain() + "'",
                    "write one of " + Arrays.toString(Basis.values())));
  }

  private static MalformedPage malformed(Phrase item, String wrong) {
    return new MalformedPage(item.place(), wrong, REMEDY);
  }
}
