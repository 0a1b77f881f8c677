package dev.rollcall.report.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Golden;
import dev.rollcall.report.Sample;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.report.text.Drift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.node.ObjectNode;

class JUnitReportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void anOutcomeReadsAsApproved(Outcome outcome) throws IOException {
    Verdict verdict =
        switch (outcome) {
          case PASSED, KNOWN, SKIPPED -> Verdict.CONFORMS;
          case BROKEN -> Verdict.UNKNOWN;
          case FAILED, STALE -> Verdict.DEVIATES;
        };
    ContractResult result = ended(Sample.ofOutcome(outcome), verdict, "");
    Golden.assertMatches(outcome + ".xml", rendered(result));
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "every-outcome", "untrusted", "not-allowed"})
  void aLoadRunReadsAsApproved(String sample) throws IOException {
    Golden.assertMatches("load-" + sample + ".xml", rendered(Sample.load(sample)));
  }

  @Test
  void aRunOfTwoVersionsHasASuiteForEach() throws IOException {
    Junit junit = Junit.parsed(rendered(Sample.inBothVersions()));
    assertEquals(
        "[rollcall.contract.v1.0, rollcall.contract.beta]", junit.names("testsuite").toString());
  }

  @Test
  void totalsAddUp() throws IOException {
    ContractResult result = Sample.contract("every-outcome");
    Junit junit = Junit.parsed(rendered(result));
    for (Element element : junit.elements("testsuite")) {
      Junit.assertTotals(element);
    }
    Junit.assertTotals(junit.root());
    assertEquals(
        result.checks().size() + Drift.of(result).size(),
        Integer.parseInt(junit.root().getAttribute("tests")));
    assertEquals(1, junit.elements("error").size(), "what is broken");
  }

  @Test
  void driftIsAFailureWhereItCountsAndElseAdvice() throws IOException {
    assertEquals("unknown-value", drift(true).getAttribute("type"));
    assertTrue(drift(false).getAttribute("message").startsWith("advice: unknown-value at "));
  }

  private Element drift(boolean counts) throws IOException {
    ContractResult result =
        Sample.contract(
            "every-outcome",
            json ->
                json.get("violations")
                    .forEach(violation -> ((ObjectNode) violation).put("counts", counts)));
    Element test =
        Junit.parsed(rendered(result)).elements("testcase").stream()
            .filter(each -> each.getAttribute("name").startsWith("unknown-value "))
            .findFirst()
            .orElseThrow();
    String element = counts ? "failure" : "skipped";
    return (Element) test.getElementsByTagName(element).item(0);
  }

  @Test
  void aRunThatCouldNotBeginIsAnError() throws IOException {
    Junit junit = Junit.parsed(rendered(Sample.contract("unreached")));
    assertEquals(1, junit.elements("testcase").size());
    assertEquals(
        Sample.contract("unreached").reason(),
        junit.elements("error").get(0).getAttribute("message"));
  }

  @Test
  void aRunInWhichNothingWasJudgedIsAnError() throws IOException {
    ContractResult result =
        ended(Sample.ofOutcome(Outcome.SKIPPED), Verdict.UNKNOWN, "no check was run");
    Element error = Junit.parsed(rendered(result)).elements("error").get(0);
    assertEquals("no check was run", error.getAttribute("message"));
  }

  @Test
  void nothingOfAnEarlierRunStays() throws IOException {
    rendered(Sample.load("good"));
    Files.delete(folder.resolve("load.json"));
    rendered(Sample.contract("good"));
    assertFalse(Files.exists(folder.resolve("load-junit.xml")));
  }

  private static ContractResult ended(ContractResult result, Verdict verdict, String reason) {
    return new ContractResult(
        result.format(),
        result.kind(),
        result.startedAt(),
        verdict,
        reason,
        result.target(),
        result.totals(),
        result.checks(),
        result.violations(),
        result.observations(),
        result.disagreements(),
        result.untestable(),
        result.coverage());
  }

  private String rendered(ContractResult result) throws IOException {
    ResultFiles.write(result, folder);
    Pages.render(folder);
    return Files.readString(folder.resolve("contract-junit.xml"));
  }

  private String rendered(LoadResult result) throws IOException {
    ResultFiles.write(result, folder);
    Pages.render(folder);
    return Files.readString(folder.resolve("load-junit.xml"));
  }
}
