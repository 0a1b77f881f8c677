package dev.rollcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.Check;
import dev.rollcall.contract.Level;
import dev.rollcall.target.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the README says is so: its table is that of the catalogue, its options exist, its links lead
 * somewhere.
 */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- checks -->\n";
  private static final String END = "<!-- /checks -->";

  @Test
  void theTableOfChecksIsCurrent() throws IOException {
    String text = Files.readString(README);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    String written = text.substring(begin, text.indexOf(END));
    if (Boolean.getBoolean("rollcall.readme")) {
      Files.writeString(
          README, text.substring(0, begin) + table() + text.substring(text.indexOf(END)));
      return;
    }
    assertEquals(
        table(), written, "mend it with: mvn test -Dtest=ReadmeTest -Drollcall.readme=true");
  }

  @Test
  void everyOptionExistsForItsCommand() throws IOException {
    List<MatchResult> calls =
        Pattern.compile("rollcall\\.jar (check|load|fake|derive|report)([^\\n`]*)")
            .matcher(Files.readString(README))
            .results()
            .toList();
    assertTrue(calls.size() >= 7, "calls found: " + calls.size());
    for (MatchResult call : calls) {
      var command = Setting.Command.valueOf(call.group(1).toUpperCase(Locale.ROOT));
      Pattern.compile("--[a-z-]+")
          .matcher(call.group(2))
          .results()
          .map(MatchResult::group)
          .forEach(
              option ->
                  assertTrue(
                      Arrays.stream(Setting.values())
                          .anyMatch(s -> s.option().equals(option) && s.belongsTo(command)),
                      call.group()));
    }
  }

  @Test
  void everyOptionNamedInTheTextIsASetting() throws IOException {
    Pattern.compile("`(--[a-z-]+)")
        .matcher(Files.readString(README))
        .results()
        .map(option -> option.group(1))
        .filter(option -> !option.equals("--x-y"))
        .forEach(
            option ->
                assertTrue(
                    Arrays.stream(Setting.values()).anyMatch(s -> s.option().equals(option)),
                    option));
  }

  @Test
  void everyCheckThatIsNamedExists() throws IOException {
    Pattern.compile("check = \"([^\"]+)\"")
        .matcher(Files.readString(README))
        .results()
        .forEach(
            id ->
                assertTrue(
                    Catalogue.entries().stream().anyMatch(e -> e.check().id().equals(id.group(1))),
                    id.group(1)));
  }

  @Test
  void everyLinkedFileIsThere() throws IOException {
    Pattern.compile("]\\(([^)#:]+)\\)|`(schemas/[^`]+)`")
        .matcher(Files.readString(README))
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .forEach(file -> assertTrue(Files.exists(Path.of(file)), file));
  }

  private static String table() {
    Map<String, List<Entry>> byOperation =
        Catalogue.entries().stream()
            .collect(
                Collectors.groupingBy(Entry::operation, LinkedHashMap::new, Collectors.toList()));
    var rows =
        new StringBuilder(
            "| operation or behaviour | checks | MUST | SHOULD | clauses |\n|---|---|---|---|---|\n");
    byOperation.forEach((operation, entries) -> rows.append(row("`" + operation + "`", entries)));
    return rows.append(row("all", Catalogue.entries())).toString();
  }

  private static String row(String name, List<Entry> entries) {
    long musts = entries.stream().filter(e -> e.check().level() == Level.MUST).count();
    long clauses =
        entries.stream()
            .map(Entry::check)
            .map(Check::clause)
            .flatMap(Arrays::stream)
            .distinct()
            .count();
    return String.format(
        "| %s | %d | %d | %d | %d |\n",
        name, entries.size(), musts, entries.size() - musts, clauses);
  }
}
