package dev.rollcall.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.definition.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The committed schemas are those that the pages give. */
class SchemasAreCurrentTest {
  private static final String MENDS =
      "the schemas are not those of the pages; java -jar target/rollcall.jar derive writes them\n";
  private static final int LONGEST = 40;

  private static final List<String> VERSIONS = Definition.VERSIONS;

  private record Case(String committed, String derived, String difference) {}

  private static final List<Case> CASES =
      List.of(
          new Case("a\nb\n", "a\nb\n", ""),
          new Case("a\nb\nc\n", "a\nx\nc\n", "--- s\n+++ s\n@@ -2 +2 @@\n-b\n+x\n"),
          new Case("a\nc\n", "a\nb\nc\n", "--- s\n+++ s\n@@ -2 +2 @@\n+b\n"),
          new Case("a\nb\n", "a\n", "--- s\n+++ s\n@@ -2 +2 @@\n-b\n"),
          new Case("", "a\n", "--- s\n+++ s\n@@ -1 +1 @@\n+a\n"),
          new Case("a\n", "a", "--- s\n+++ s\n@@ -1 +1 @@\n-a\n+a (without line feed)\n"),
          new Case(
              "a\nb\nc\nd\n",
              "x\nb\nc\ny\n",
              "--- s\n+++ s\n@@ -1 +1 @@\n-a\n-b\n-c\n-d\n+x\n+b\n+c\n+y\n"));

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void committedSchemasAreThoseOfThePages(String version) throws IOException {
    String difference =
        difference(committed(version), SchemaDerivation.derive(Definition.bundled(version)));

    assertEquals("", difference, () -> MENDS + difference);
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void differenceNamesFileAndLines(Case each) {
    assertEquals(
        each.difference(), difference(Map.of("s", each.committed()), Map.of("s", each.derived())));
  }

  @Test
  void fileOfOneSideIsADifference() {
    assertEquals("--- s\n+++ s\n@@ -1 +1 @@\n-a\n", difference(Map.of("s", "a\n"), Map.of()));
  }

  private static SortedMap<String, String> committed(String version) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(Path.of("schemas", version))) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  /** One hunk for each file, from the first line that differs to the last, cut when it is long. */
  private static String difference(Map<String, String> committed, Map<String, String> derived) {
    SortedSet<String> names = new TreeSet<>(committed.keySet());
    names.addAll(derived.keySet());
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      List<String> before = lines(committed.getOrDefault(name, ""));
      List<String> after = lines(derived.getOrDefault(name, ""));
      if (!before.equals(after)) {
        text.append("--- ").append(name).append("\n+++ ").append(name).append('\n');
        hunk(before, after, text);
      }
    }
    return text.toString();
  }

  private static void hunk(List<String> before, List<String> after, StringBuilder text) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
      same++;
    }
    text.append("@@ -").append(start + 1).append(" +").append(start + 1).append(" @@\n");
    side('-', before.subList(start, before.size() - same), text);
    side('+', after.subList(start, after.size() - same), text);
  }

  private static void side(char sign, List<String> lines, StringBuilder text) {
    lines.stream().limit(LONGEST).forEach(line -> text.append(sign).append(line).append('\n'));
    if (lines.size() > LONGEST) {
      text.append(sign).append("... ").append(lines.size() - LONGEST).append(" lines more\n");
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + " (without line feed)");
    }
    return lines;
  }
}
