package dev.rollcall.definition;

import java.util.List;

/** What stands under one heading, up to the next heading of any level. */
record Section(
    String heading,
    List<Table> tables,
    List<CodeBlock> codes,
    List<CodeBlock> comments,
    List<Phrase> items,
    Place place) {
  Section {
    tables = List.copyOf(tables);
    codes = List.copyOf(codes);
    comments = List.copyOf(comments);
    items = List.copyOf(items);
  }

  /**
   * A fenced block.
   *
   * @param language the word after the fence
   * @param place its first line of content
   */
  record CodeBlock(String language, String text, Place place) {}
}
