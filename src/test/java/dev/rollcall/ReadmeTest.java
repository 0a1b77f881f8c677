package dev.rollcall;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.Check;
import dev.rollcall.contract.Coverage;
import dev.rollcall.contract.Level;
import dev.rollcall.report.result.ContractResult.Area;
import dev.rollcall.report.result.Strength;
import dev.rollcall.target.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the README says is so: its tables are generated, its options exist, its links lead
 * somewhere.
 */
class ReadmeTest {
  private static final String FRAGMENT = "<!-- fragment -->";
  private static final String FRAGMENT_END = "<!-- /fragment -->";

  @Test
  void theTableOfChecksIsCurrent() throws IOException {
    new Readme(getClass()).assertCurrent("checks", table());
  }

  @Test
  void theTableOfStatementsIsCurrent() throws IOException {
    new Readme(getClass()).assertCurrent("coverage", coverage());
  }

  @Test
  void theTableOfStrengthIsCurrent() throws IOException {
    new Readme(getClass()).assertCurrent("strength", strength(Strength.bundled()));
  }

  @Test
  void thePomFragmentIsThatOfTheConsumerWhichIsBuilt() throws IOException {
    String pom = Files.readString(Path.of("src", "it", "contract-in-failsafe", "pom.xml"));
    String fragment =
        pom.substring(pom.indexOf(FRAGMENT) + FRAGMENT.length(), pom.indexOf(FRAGMENT_END));
    String own = Files.readString(Path.of("pom.xml"));
    String filtered =
        Pattern.compile("@([^@]+)@")
            .matcher(fragment.stripIndent().strip())
            .replaceAll(token -> property(own, token.group(1)));
    new Readme(getClass()).assertCurrent("fragment", "```xml\n" + filtered + "\n```\n");
  }

  @Test
  void everyOptionExistsForItsCommand() throws IOException {
    List<MatchResult> calls =
        Pattern.compile("rollcall\\.jar (check|load|fake|derive|report|merge)([^\\n`]*)")
            .matcher(Readme.text())
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
        .matcher(Readme.text())
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
        .matcher(Readme.text())
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
        .matcher(Readme.text())
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .forEach(file -> assertTrue(Files.exists(Path.of(file)), file));
  }

  /** A property of a POM; the first version in it is that of its project. */
  private static String property(String pom, String name) {
    String element = name.equals("project.version") ? "version" : Pattern.quote(name);
    Matcher value = Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(element)).matcher(pom);
    assertTrue(value.find(), "no property " + name + " in pom.xml");
    return Matcher.quoteReplacement(value.group(1));
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

  private static String coverage() {
    List<Area> areas = Coverage.areas();
    boolean complete = areas.stream().allMatch(area -> area.left() == 0);
    var table =
        new StringBuilder(
            "| part of the API | statements | judged by a check | observed | not testable | later |"
                + (complete ? "" : " left |")
                + "\n|---|---|---|---|---|---|"
                + (complete ? "\n" : "---|\n"));
    areas.forEach(area -> table.append(row(area, complete)));
    Area all =
        new Area(
            "all",
            sum(areas, Area::statements),
            sum(areas, Area::judged),
            sum(areas, Area::observed),
            sum(areas, Area::untestable),
            sum(areas, Area::later));
    return table.append(row(all, complete)).toString();
  }

  private static int sum(List<Area> areas, ToIntFunction<Area> figure) {
    return areas.stream().mapToInt(figure).sum();
  }

  private static String row(Area area, boolean complete) {
    return String.format(
            "| %s | %d | %d | %d | %d | %d |",
            area.name().startsWith("$") ? "`" + area.name() + "`" : area.name(),
            area.statements(),
            area.judged(),
            area.observed(),
            area.untestable(),
            area.later())
        + (complete ? "\n" : " " + area.left() + " |\n");
  }
}
