package dev.rollcall.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A page as sections of tables, code blocks and list items, each with its line.
 *
 * @param name such as {@code resources/presence.md}
 */
record Page(
    String name,
    Map<String, String> frontMatter,
    Phrase title,
    List<Section> sections,
    List<Reference> links) {
  Page {
    frontMatter = Map.copyOf(frontMatter);
    sections = List.copyOf(sections);
    links = List.copyOf(links);
  }

  /** A link of the page and where it stands. */
  record Reference(String target, Place place) {}

  static Page parse(String name, String text) {
    return new MarkdownReader(name).read(text);
  }

  Optional<Section> section(String heading) {
    return sections.stream().filter(each -> each.heading().equalsIgnoreCase(heading)).findFirst();
  }

  Section requiredSection(String heading) {
    return section(heading)
        .orElseThrow(
            () ->
                new MalformedPage(
                    title.place(),
                    "there is no section '" + heading + "'",
                    "add '## " + heading + "'"));
  }

  /** The first table of a section. */
  Table requiredTable(String heading) {
    return section(heading)
        .flatMap(section -> section.tables().stream().findFirst())
        .orElseThrow(
            () ->
                new MalformedPage(
                    title.place(),
                    "there is no " + heading + " table",
                    "add '## " + heading + "' with a table below it"));
  }

  /** Every table of the page of some kind, in order. */
  List<Table> tables(Predicate<Table> kind) {
    return sections.stream().flatMap(each -> each.tables().stream()).filter(kind).toList();
  }

  /** This page, once it is sure that its front matter says which kind of page it is. */
  Page ofType(String type) {
    String said = frontMatter.getOrDefault("doc_type", "");
    if (!said.equals(type)) {
      throw new MalformedPage(
          new Place(name, 1),
          "doc_type is '" + said + "'",
          "write 'doc_type: " + type + "' into the front matter");
    }
    return this;
  }
}
