package dev.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every outcome as it is printed and shown. */
class OutcomeGoldenTest {
  private static final Pattern FINDING =
      Pattern.compile("<details class=\"finding .*?\n</details>", Pattern.DOTALL);

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void consoleReadsAsApproved(Outcome outcome) {
    Golden.assertMatches(outcome + ".txt", printed(Sample.ofOutcome(outcome)));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void pageReadsAsApproved(Outcome outcome) {
    String page = Pages.contract(Sample.only(Sample.ofOutcome(outcome)));
    String findings =
        FINDING
            .matcher(page)
            .results()
            .map(found -> found.group().replaceAll("\n+", "\n"))
            .collect(Collectors.joining("\n"));
    assertFalse(findings.isEmpty(), "the page shows no finding");
    Golden.assertMatches(outcome + ".html", findings + "\n");
  }

  private static String printed(ContractResult result) {
    var bytes = new ByteArrayOutputStream();
    new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(result, Path.of("target/rollcall"));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
