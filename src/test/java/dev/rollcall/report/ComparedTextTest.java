package dev.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.ci.Annotations;
import dev.rollcall.report.ci.StepSummary;
import dev.rollcall.report.junit.Junit;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.ResultFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What every report says of a run that is worse than its baseline. */
class ComparedTextTest {
  private static final String WORSE =
      "p99 is worse than the baseline: 200 ms, before 100 ms (+60 % to +140 %)";
  private static final String UNKNOWN =
      "error share cannot be compared for lack of samples: 1.0 %, before 0 % (-0.10 to +2.00"
          + " points)";

  @TempDir Path folder;

  @Test
  void theConsoleSaysWhatBecameWorseAndWhatIsLacking() {
    var bytes = new ByteArrayOutputStream();
    new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(worse(), folder);
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(
        List.of(
            "beside old.json of 2026-11-01 10:00:00 UTC",
            "  " + WORSE,
            "  " + UNKNOWN + "; measure both for longer: four times as long halves the interval"),
        lines.subList(0, 3));
    assertEquals(4, lines.size());
  }

  @Test
  void theConsoleNamesMissedObjectives() {
    var bytes = new ByteArrayOutputStream();
    new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(Sample.load("every-outcome"), folder);
    assertTrue(
        bytes
            .toString(StandardCharsets.UTF_8)
            .startsWith("objective errors: 7.5 %, limit 0 %\nobjective reached rate: 92.5 %"),
        bytes::toString);
  }

  @Test
  void aFigureIsATestOfTheCiServer() throws IOException {
    ResultFiles.write(worse(), folder);
    Pages.render(folder);
    Junit junit = Junit.parsed(Files.readString(folder.resolve("load-junit.xml")));
    Junit.assertTotals(junit.root());
    var failure = junit.elements("failure").get(0);
    assertEquals(WORSE, failure.getAttribute("message"));
    assertEquals("before: 100 ms\nnow: 200 ms\nchange: +60 % to +140 %", failure.getTextContent());
    assertTrue(
        junit.elements("skipped").get(0).getAttribute("message").startsWith(UNKNOWN),
        "what cannot be said is no failure");
    assertEquals(1, junit.elements("failure").size());
  }

  @Test
  void ofAnUntrustedRunNothingPasses() throws IOException {
    ResultFiles.write(Sample.load("untrusted", ComparedTextTest::compare), folder);
    Pages.render(folder);
    Junit junit = Junit.parsed(Files.readString(folder.resolve("load-junit.xml")));
    assertEquals(junit.elements("testcase").size(), junit.elements("error").size());
  }

  @Test
  void theSummaryHasATable() {
    String summary = StepSummary.of(worse());
    assertTrue(summary.contains("### Beside old&#46;json\n"), summary);
    assertTrue(summary.contains("| **WORSE** |\n"), summary);
    assertTrue(summary.contains("| INSUFFICIENT |\n"), summary);
    assertFalse(StepSummary.of(Sample.load("good")).contains("Beside"));
  }

  @Test
  void anAnnotationPointsToWhatBecameWorse() {
    assertEquals(
        List.of("::error title=load%3A p99::" + WORSE.replace("%", "%25") + "%0Abaseline old.json"),
        Annotations.of(worse(), folder));
  }

  private static LoadResult worse() {
    return Sample.load(
        "good",
        json -> {
          json.put("verdict", "FAILED");
          json.putArray("reasons").add(WORSE);
          compare(json);
        });
  }

  private static void compare(ObjectNode json) {
    ObjectNode baseline = json.putObject("baseline");
    baseline.put("name", "old.json").put("startedAt", "2026-11-01T10:00:00Z");
    ArrayNode figures = baseline.putArray("figures");
    figure(figures, "p99", "WORSE", 100, 200, 0.6, 1.4);
    figure(figures, "error share", "INSUFFICIENT", 0, 0.01, -0.001, 0.02);
  }

  private static void figure(
      ArrayNode figures,
      String name,
      String trend,
      double before,
      double now,
      double low,
      double high) {
    figures
        .addObject()
        .put("name", name)
        .put("before", before)
        .put("now", now)
        .put("low", low)
        .put("high", high)
        .put("trend", trend);
  }
}
