package dev.rollcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.Check;
import dev.rollcall.contract.Level;
import dev.rollcall.report.Strength;
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
 * What the README says is so: its tables are generated, its options exist, its links lead
 * somewhere.
 */
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @Test
  void theTableOfChecksIsCurrent() throws IOException {
    assertCurrent("checks", table());
  }

  @Test
  void theTableOfStrengthIsCurrent() throws IOException {
    assertCurrent("strength", strength(Strength.bundled()));
  }

  /** What stands between the markers of that name is what was generated. */
  private static void assertCurrent(String name, String generated) throws IOException {
    String text = Files.readString(README);
    String mark = "<!-- " + name + " -->\n";
    int begin = text.indexOf(mark) + mark.length();
    int end = text.indexOf("<!-- /" + name + " -->");
    if (Boolean.getBoolean("rollcall.readme")) {
      Files.writeString(README, text.substring(0, begin) + generated + text.substring(end));
      return;
    }
    assertEquals(
        generated,
        text.substring(begin, end),
        "mend it with: mvn test -Dtest=ReadmeTest -Drollcall.readme=true");
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

  private static String strength(Strength strength) {
    var rows =
        new StringBuilder(
            "| faults | seeded | found | rate | not found |\n|---|---|---|---|---|\n");
    strength.faults().stream()
        .map(Strength.Fault::family)
        .distinct()
        .forEach(
            family ->
                rows.append(
                    rowOfFaults(
                        family,
                        strength.faults().stream()
                            .filter(fault -> fault.family().equals(family))
                            .toList())));
    rows.append(rowOfFaults("all", strength.faults()));
    return rows.append(
            "\n%d of %d checks find a fault that no other check finds. Measured on %s.\n"
                .formatted(
                    strength.totals().indispensable(), strength.totals().checks(), strength.date()))
        .toString();
  }

  private static String rowOfFaults(String name, List<Strength.Fault> faults) {
    long found = faults.stream().filter(Strength.Fault::killed).count();
    return "| %s | %d | %d | %s | %d |\n"
        .formatted(
            name,
            faults.size(),
            found,
            Strength.percent(found, faults.size()),
            faults.size() - found);
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
