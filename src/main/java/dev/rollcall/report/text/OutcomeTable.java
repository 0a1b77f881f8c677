package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** How many checks of each operation ended how, as aligned text. */
public final class OutcomeTable {
  private final List<Chapter> chapters;
  private final List<Chapter> versions;

  public OutcomeTable(ContractResult result) {
    this.chapters = Chapter.of(result.checks());
    this.versions = Chapter.ofVersions(result.checks());
  }

  public List<String> lines() {
    int width =
        Stream.concat(Stream.of("operation"), headings()).mapToInt(String::length).max().orElse(0);
    var lines = new ArrayList<String>();
    StringBuilder head = cell("operation", width);
    Arrays.stream(Outcome.values())
        .forEach(outcome -> head.append(String.format(Locale.ROOT, "%9s", outcome.label())));
    lines.add(head.toString());
    for (Chapter chapter : chapters) {
      lines.add(row(PlainText.line(chapter.heading()), width, chapter::count));
    }
    if (versions.size() > 1) {
      versions.forEach(
          version ->
              lines.add(row("all in " + PlainText.line(version.heading()), width, version::count)));
    }
    if (chapters.size() > 1) {
      List<Finding> all = chapters.stream().flatMap(c -> c.findings().stream()).toList();
      lines.add(row("total", width, new Chapter("total", all)::count));
    }
    return lines;
  }

  private Stream<String> headings() {
    return chapters.stream().map(chapter -> PlainText.line(chapter.heading()));
  }

  private static String row(String name, int width, ToLongFunction<Outcome> count) {
    StringBuilder row = cell(name, width);
    Arrays.stream(Outcome.values())
        .mapToLong(count)
        .forEach(
            number ->
                row.append(String.format(Locale.ROOT, "%9s", number == 0 ? "." : "" + number)));
    return row.toString();
  }

  private static StringBuilder cell(String text, int width) {
    return new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s", text));
  }
}
