package dev.rollcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.ConsoleReport;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person learns about a static mock: what holds, what does not, and why. */
class StaticMockTest {
  @TempDir private static Path folder;
  private static ContractResult result;
  private static String console;

  @BeforeAll
  static void judge() throws IOException {
    try (StaticMock mock = StaticMock.start()) {
      result = mock.judged(folder);
    }
    var bytes = new ByteArrayOutputStream();
    new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(result, Path.of("target/rollcall"));
    console = bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void itDeviatesAndNothingOfUsBreaks() {
    assertEquals(Verdict.DEVIATES, result.verdict());
    assertEquals(0, result.count(Outcome.BROKEN), console);
    assertTrue(result.count(Outcome.PASSED) > 10, "what holds is said as well");
    assertFalse(result.target().ours());
  }

  @Test
  void whatLiesBehindItIsSaidInWords() throws IOException {
    String page = Files.readString(folder.resolve("contract.html"));
    for (String cause :
        List.of(
            "Writes are answered with success, but reads never change.",
            "Everybody is answered with the same presence.",
            "Every batch is answered with the same presences.",
            "No request body is ever refused.",
            "No token is needed.")) {
      assertTrue(console.contains(cause), cause);
      assertTrue(page.contains(cause), cause);
    }
  }

  @Test
  void everythingThatCountsHasItsEvidence() {
    List<Finding> counting = result.checks().stream().filter(Finding::counts).toList();
    assertTrue(counting.size() > 10, "counting: " + counting.size());
    for (Finding finding : counting) {
      assertFalse(finding.clause().isBlank(), finding.id());
      assertFalse(finding.expected().isBlank(), finding.id());
      assertFalse(finding.actual().isBlank(), finding.id());
      assertFalse(finding.hint().isBlank(), finding.id());
      assertFalse(finding.exchanges().isEmpty(), finding.id());
    }
  }

  @Test
  void theReadmeShowsHowItEnds() throws IOException {
    String end = console.substring(console.indexOf("What lies behind it"));
    // How often a thing was seen, and so its place, may move with every check; what was may not.
    new Readme(getClass())
        .assertCurrent(
            "mock",
            "```text\n" + end + "```\n",
            text ->
                text.lines()
                    .map(line -> line.replaceFirst("^    (?!Likely).*", "    figures"))
                    .sorted()
                    .collect(Collectors.joining("\n")));
  }
}
