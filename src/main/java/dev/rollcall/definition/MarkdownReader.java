package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Turns the tree of the Markdown library into a {@link Page}; the only user of that library. */
final class MarkdownReader {
  private final String name;
  private final List<Section> sections = new ArrayList<>();
  private SectionBuilder current;

  MarkdownReader(String name) {
    this.name = name;
    this.current = new SectionBuilder("", new Place(name, 1));
  }

  Page read(String text) {
    Node document =
        Parser.builder()
            .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build()
            .parse(text);
    Phrase title = null;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1 && title == null) {
        title = Phrase.of(heading, place(heading));
      } else {
        add(node);
      }
    }
    sections.add(current.build());
    if (title == null) {
      throw new MalformedPage(new Place(name, 1), "there is no title", "add a line '# Title'");
    }
    return new Page(name, frontMatter(document), title, sections, links(document));
  }

  private void add(Node node) {
    if (node instanceof Heading heading) {
      sections.add(current.build());
      current = new SectionBuilder(Phrase.of(heading, place(heading)).plain(), place(heading));
    } else if (node instanceof TableBlock table) {
      current.tables.add(table(table));
    } else if (node instanceof FencedCodeBlock code) {
      Place content = new Place(name, place(code).line() + 1);
      current.codes.add(new Section.CodeBlock(code.getInfo().strip(), code.getLiteral(), content));
    } else if (node instanceof HtmlBlock html) {
      current.comments.add(new Section.CodeBlock("html", html.getLiteral(), place(html)));
    } else if (node instanceof ListBlock list) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        current.items.add(Phrase.of(item, place(item)));
      }
    }
  }

  private Table table(TableBlock block) {
    List<String> columns = new ArrayList<>();
    List<Table.Row> rows = new ArrayList<>();
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<Phrase> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(Phrase.of(cell, place(row)));
        }
        if (part instanceof TableHead) {
          cells.forEach(cell -> columns.add(cell.plain()));
        } else if (part instanceof TableBody) {
          rows.add(Table.row(columns, cells, place(row)));
        }
      }
    }
    return new Table(columns, rows, place(block));
  }

  private Place place(Node node) {
    return new Place(name, node.getSourceSpans().get(0).getLineIndex() + 1);
  }

  private List<Page.Reference> links(Node document) {
    List<Page.Reference> links = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(new Page.Reference(link.getDestination(), place(link)));
          }
        });
    return links;
  }

  private static Map<String, String> frontMatter(Node document) {
    YamlFrontMatterVisitor visitor = new YamlFrontMatterVisitor();
    document.accept(visitor);
    Map<String, String> frontMatter = new LinkedHashMap<>();
    visitor.getData().forEach((key, values) -> frontMatter.put(key, String.join(" ", values)));
    return frontMatter;
  }

  private static final class SectionBuilder {
    private final String heading;
    private final Place place;
    private final List<Table> tables = new ArrayList<>();
    private final List<Section.CodeBlock> codes = new ArrayList<>();
    private final List<Section.CodeBlock> comments = new ArrayList<>();
    private final List<Phrase> items = new ArrayList<>();

    SectionBuilder(String heading, Place place) {
      this.heading = heading;
      this.place = place;
    }

    Section build() {
      return new Section(heading, tables, codes, comments, items, place);
    }
  }
}
