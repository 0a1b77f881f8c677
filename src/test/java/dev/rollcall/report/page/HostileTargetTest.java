package dev.rollcall.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.ConsoleReport;
import dev.rollcall.report.Sample;
import dev.rollcall.report.ci.Annotations;
import dev.rollcall.report.ci.StepSummary;
import dev.rollcall.report.junit.JUnitReport;
import dev.rollcall.report.junit.Junit;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.Results;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every text of a result is put under the control of an attacker. */
class HostileTargetTest {
  private static final String HOSTILE =
      "</script></style></pre></textarea>--><img src=x onerror=alert(1)>"
          + "\" onmouseover=\"alert(2)\" ' onfocus='alert(3)' ${7*7} \u001b[2J\u202e\u0007"
          + "\r\n::set-output name=a::b\n##[error]c ]]> | `d` **e** \ud800 \uffff";

  /** Members whose values are words of ours: anything else is refused when the file is read. */
  private static final Set<String> OURS =
      Set.of("format", "kind", "startedAt", "verdict", "outcome", "totals", "trend");

  private final ContractResult contract =
      Sample.contract("every-outcome", HostileTargetTest::poison);
  private final LoadResult load = Sample.load("every-outcome", HostileTargetTest::poison);
  private final Results results =
      new Results(Optional.of(contract), "", Optional.of(load), "", Optional.empty(), "", true);

  @Test
  void theContractPageHoldsNoElementOfTheTarget() {
    assertHarmless(Pages.contract(results), 0);
  }

  @Test
  void theIndexHoldsNoElementOfTheTarget() {
    assertHarmless(Pages.index(results), 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"load-rich", "load-capacity"})
  void noPartOfALoadRunHoldsAnElementOfTheTarget(String name) {
    assertHarmless(Pages.index(Sample.only(Sample.load(name, HostileTargetTest::poison))), 3);
  }

  @Test
  void aGapHoldsNoElementOfTheTarget() {
    var gaps =
        new Results(
            Optional.empty(), HOSTILE, Optional.empty(), HOSTILE, Optional.empty(), "", false);
    assertHarmless(Pages.contract(gaps), 0);
    assertHarmless(Pages.index(gaps), 0);
  }

  @Test
  void theConsoleGetsNoControlCharacter() {
    var bytes = new ByteArrayOutputStream();
    var console = new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    console.print(contract, Path.of("out"));
    console.print(load, Path.of("out"));
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(printed.contains("onerror"), "the text itself is printed");
    assertFalse(printed.contains("\u001b"), printed);
    assertFalse(printed.contains("\u202e"), printed);
    assertFalse(printed.contains("\u0007"), printed);
  }

  @Test
  void theConsoleGetsNoCommandToARunner() {
    var bytes = new ByteArrayOutputStream();
    var console = new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    console.print(contract, Path.of("out"));
    console.print(load, Path.of("out"));
    // A command for curl is printed to the letter: while it is, the runner takes no commands.
    bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("  curl"))
        .forEach(
            line -> {
              assertFalse(line.strip().startsWith("::"), line);
              assertFalse(line.contains("##["), line);
            });
  }

  @Test
  void theFilesOfJUnitsFormCanBeParsed() throws IOException {
    for (String xml : List.of(JUnitReport.of(contract), JUnitReport.of(load))) {
      Junit junit = Junit.parsed(xml);
      junit.elements("testsuite").forEach(Junit::assertTotals);
      assertTrue(junit.names("testcase").toString().contains("onerror"), "the text is there");
      assertEquals(0, junit.elements("img").size());
    }
  }

  @Test
  void anAnnotationIsOneCommandWithOneProperty() {
    for (String line : annotations()) {
      assertTrue(line.matches("::(error|warning|notice) title=[^:,]*::[^\\r\\n]*"), line);
      assertFalse(line.contains("##["), line);
    }
    assertTrue(annotations().toString().contains("onerror"), "the text itself is told");
  }

  @Test
  void theSummaryHoldsNoMarkupOfTheTarget() {
    for (String summary : List.of(StepSummary.of(contract), StepSummary.of(load))) {
      assertTrue(summary.contains("onerror"), "the text itself is shown");
      String ours = summary.replaceAll("</?code>", "");
      assertFalse(Pattern.compile("[<>`\\[\\]]").matcher(ours).find(), ours);
      summary
          .lines()
          .forEach(
              line ->
                  assertTrue(
                      line.isEmpty() || line.matches("(#{2,3} |\\| .* \\|$|- \\*\\*|\\w).*"),
                      line));
      List<Integer> cells =
          summary
              .lines()
              .filter(line -> line.startsWith("|"))
              .map(line -> count(line, "|"))
              .distinct()
              .toList();
      assertTrue(cells.size() <= 2, "as many cells in every row of a table: " + cells);
    }
  }

  private List<String> annotations() {
    return Stream.concat(
            Annotations.of(contract, Path.of("out")).stream(),
            Annotations.of(load, Path.of("out")).stream())
        .toList();
  }

  private static void assertHarmless(String page, int scripts) {
    assertTrue(page.contains("onerror"), "the text itself is shown");
    assertFalse(page.contains("<img"), "an element came through");
    assertEquals(scripts, count(page, "<script"), "scripts");
    assertEquals(scripts, count(page, "</script"), "ends of scripts");
    assertFalse(
        Pattern.compile("<[^>]*\\son\\w+=[^>]*>").matcher(withoutOurScripts(page)).find(),
        "an event handler came through");
  }

  private static String withoutOurScripts(String page) {
    return page.replaceAll("(?s)<script>.*?</script>", "");
  }

  private static int count(String page, String part) {
    return page.split(Pattern.quote(part), -1).length - 1;
  }

  private static void poison(ObjectNode node) {
    for (Map.Entry<String, JsonNode> member : asMap(node).entrySet()) {
      if (!OURS.contains(member.getKey())) {
        node.set(member.getKey(), poisoned(member.getKey(), member.getValue()));
      }
    }
  }

  private static JsonNode poisoned(String name, JsonNode value) {
    if (Set.of("headers", "statuses", "versions", "machine").contains(name) && value.isObject()) {
      ObjectNode more = ((ObjectNode) value).deepCopy();
      value.values().stream().findFirst().ifPresent(first -> more.set(HOSTILE, first));
      poison(more);
      return more;
    }
    if (value.isObject()) {
      poison((ObjectNode) value);
    } else if (value.isArray()) {
      var array = JsonMapper.shared().createArrayNode();
      value.values().forEach(item -> array.add(poisoned("", item)));
      return array;
    }
    return value.isString() ? StringNode.valueOf(HOSTILE) : value;
  }

  private static Map<String, JsonNode> asMap(ObjectNode node) {
    var members = new LinkedHashMap<String, JsonNode>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }
}
