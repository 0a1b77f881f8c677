package dev.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.mask.Mask;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.text.Figures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ConsoleReportTest {
  private static final Path FOLDER = Path.of("target/rollcall");

  @Test
  void aWholeRunReadsAsApproved() {
    Golden.assertMatches("every-outcome.txt", printed(Sample.contract("every-outcome"), false));
  }

  @Test
  void aRunThatCouldNotBeginIsItsVerdictAlone() {
    assertEquals(1, printed(Sample.contract("unreached"), false).lines().count());
  }

  @Test
  void coloursComeOnlyWhenTold() {
    ContractResult result = Sample.contract("every-outcome");
    String coloured = printed(result, true);
    assertTrue(coloured.contains("\u001b[1;31mFAILED\u001b[0m"), coloured);
    assertTrue(coloured.contains("\u001b[33mKNOWN\u001b[0m"), coloured);
    assertEquals(printed(result, false), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void aLongBodyIsCut() {
    String printed =
        printed(
            Sample.contract(
                "every-outcome",
                json ->
                    ((ObjectNode) json.at("/checks/3/exchanges/1/response"))
                        .put("body", "x".repeat(100_000))),
            false);
    assertTrue(printed.contains("x".repeat(240) + "... 2 ms"), "cut, with what follows it");
    assertFalse(printed.contains("x".repeat(241)), "no longer than that");
  }

  @Test
  void aRunOfTwoVersionsReadsAsApproved() {
    Golden.assertMatches("both-versions.txt", printed(Sample.inBothVersions(), false));
  }

  @Test
  void aCommandTooLongForATerminalIsNotCut() {
    String printed =
        printed(
            Sample.contract(
                "every-outcome",
                json ->
                    ((ObjectNode) json.at("/checks/3/exchanges/1/request"))
                        .put("body", "x".repeat(26_000))),
            false);
    assertTrue(printed.contains("characters: copy it from the page)"), printed);
    assertFalse(printed.contains("--data-raw 'xxx"), "no part of it");
  }

  @Test
  void onlyTheLastExchangesArePrinted() {
    String printed =
        printed(
            Sample.contract(
                "every-outcome",
                json -> {
                  ArrayNode exchanges = (ArrayNode) json.at("/checks/3/exchanges");
                  exchanges.add(exchanges.get(0)).add(exchanges.get(1));
                }),
            false);
    assertTrue(printed.contains("  exchanges 1 earlier one on the page"), printed);
  }

  @Test
  void whatWasNotEvenSentIsSummedUp() {
    ContractResult broken = Sample.ofOutcome(Outcome.BROKEN);
    String reason = "not sent: the run was interrupted";
    String printed =
        printed(
            Sample.contract(
                "every-outcome",
                json ->
                    json.path("checks")
                        .forEach(
                            check -> {
                              if (check.path("outcome").asString().equals("BROKEN")) {
                                ((ObjectNode) check).put("reason", reason).putArray("exchanges");
                              }
                            })),
            false);
    int count = broken.checks().size();
    assertTrue(
        printed.contains("broken  " + Figures.count(count, "check") + ": " + reason), printed);
    assertFalse(printed.contains("  reason    " + reason), printed);
  }

  @Test
  void maskedCommandsAreCalledSo() {
    ContractResult masked = Mask.masked(Sample.contract("every-outcome"), List.of());
    assertTrue(printed(masked, false).contains("or run check with --show-personal-data."));
    assertFalse(printed(Sample.contract("every-outcome"), false).contains("--show-personal-data"));
  }

  @Test
  void aLoadRunIsItsVerdict() {
    var bytes = new ByteArrayOutputStream();
    new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(Sample.load("good"), FOLDER);
    assertEquals(
        "load: PASSED  200 requests, 20.0/s of 20.0/s asked, p99 12 ms, 0 errors"
            + "  -> target/rollcall/index.html",
        bytes.toString(StandardCharsets.UTF_8).strip());
  }

  private static String printed(ContractResult result, boolean coloured) {
    var bytes = new ByteArrayOutputStream();
    new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8), coloured)
        .print(result, FOLDER);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
