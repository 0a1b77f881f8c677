package dev.rollcall.report.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Golden;
import dev.rollcall.report.Sample;
import dev.rollcall.report.result.ContractResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class StepSummaryTest {

  @Test
  void aContractRunReadsAsApproved() {
    Golden.assertMatches("summary.md", StepSummary.of(Sample.contract("every-outcome")));
  }

  @Test
  void aLoadRunReadsAsApproved() {
    Golden.assertMatches("summary-load.md", StepSummary.of(Sample.load("every-outcome")));
  }

  @Test
  void aGoodRunIsItsVerdictAndTotals() {
    String summary = StepSummary.of(Sample.contract("good"));
    assertTrue(summary.startsWith("## Contract: CONFORMS\n"), summary);
    assertFalse(summary.contains("###"), summary);
  }

  @Test
  void aRunThatCouldNotBeginSaysWhy() {
    String summary = StepSummary.of(Sample.contract("unreached"));
    assertTrue(summary.startsWith("## Contract: UNKNOWN\n"), summary);
    assertFalse(summary.contains("|"), summary);
  }

  @Test
  void whatLiesBehindItIsSaidInShort() {
    String summary =
        StepSummary.of(
            Sample.contract(
                "every-outcome",
                json -> {
                  ObjectNode request = (ObjectNode) json.at("/checks/3/exchanges/0/request");
                  ObjectNode response = (ObjectNode) json.at("/checks/3/exchanges/0/response");
                  request.putObject("headers");
                  response.put("status", 200);
                  ArrayNode exchanges = (ArrayNode) json.at("/checks/3/exchanges");
                  exchanges.add(exchanges.get(0)).add(exchanges.get(0));
                }));
    assertTrue(summary.contains("### In short\n\n- **No token is needed&#46;** "), summary);
  }

  @Test
  void aLongTableIsCut() {
    ContractResult result =
        Sample.contract(
            "every-outcome",
            json -> {
              ArrayNode checks = (ArrayNode) json.get("checks");
              ObjectNode failed = (ObjectNode) checks.get(3);
              for (int i = 0; i < 40; i++) {
                checks.add(failed.deepCopy().put("id", "setPresence.x" + i));
              }
              ObjectNode totals = (ObjectNode) json.get("totals");
              totals.put("FAILED", totals.path("FAILED").asInt() + 40);
            });
    assertTrue(StepSummary.of(result).contains("\n15 more are in the report.\n"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a | b, a &#124; b",
        "`x`, &#96;x&#96;",
        "<b>, &#60;b&#62;",
        "[a](http://h), &#91;a&#93;&#40;http&#58;&#47;&#47;h&#41;",
        "@team #1, &#64;team &#35;1",
        "&amp;, &#38;amp&#59;",
        "grüße 会議, grüße 会議",
      })
  void markupIsShownAndNotRead(String text, String written) {
    assertEquals(written, Markdown.text(text));
  }
}
