package dev.rollcall.report.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Golden;
import dev.rollcall.report.Sample;
import dev.rollcall.report.result.ContractResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

class AnnotationsTest {
  private static final Path FOLDER = Path.of("target/rollcall");

  @Test
  void everyFindingThatCountsIsAnErrorAndAdviceAWarning() {
    Golden.assertMatches("annotations.txt", told(Sample.contract("every-outcome")));
  }

  @Test
  void aRunOfTwoVersionsTellsWhatIsAlikeOnce() {
    Golden.assertMatches("annotations-both-versions.txt", told(Sample.inBothVersions()));
  }

  @Test
  void aGoodRunSaysNothing() {
    assertEquals(List.of(), Annotations.of(Sample.contract("good"), FOLDER));
    assertEquals(List.of(), Annotations.of(Sample.load("good"), FOLDER));
  }

  @Test
  void aRunThatCouldNotBeginIsOneError() {
    List<String> lines = Annotations.of(Sample.contract("unreached"), FOLDER);
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).startsWith("::error title=contract UNKNOWN::"), lines.get(0));
  }

  @Test
  void aLoadRunTellsWhatItMissed() {
    Golden.assertMatches(
        "annotations-load.txt",
        String.join("\n", Annotations.of(Sample.load("every-outcome"), FOLDER)) + "\n");
    List<String> notRun = Annotations.of(Sample.load("not-allowed"), FOLDER);
    assertTrue(notRun.get(0).startsWith("::error title=load INVALID::"), notRun.get(0));
  }

  @Test
  void tenOfEachAreToldAndHowManyMore() {
    List<String> lines = Annotations.of(manyTimes(12), FOLDER);
    assertEquals(10, count(lines, "::error "));
    assertEquals(10, count(lines, "::warning "));
    assertTrue(
        lines.contains(
            "::notice title=rollcall::39 more that count or are broken: see"
                + " target/rollcall/contract.html"),
        lines.toString());
    assertEquals(2, count(lines, "::notice "));
  }

  @Test
  void whatTheRunnerReadsAsASeparatorIsEscaped() {
    ContractResult result =
        Sample.contract(
            "every-outcome",
            json -> {
              ObjectNode failed = (ObjectNode) json.at("/checks/3");
              failed.put("id", "50%: a, b").put("actual", "100%\n::error::x, y: z");
            });
    String line = Annotations.of(result, FOLDER).get(0);
    assertTrue(line.startsWith("::error title=50%25%3A a%2C b FAILED::"), line);
    assertTrue(line.endsWith("%0Aactual 100%25 ::error::x, y: z"), line);
  }

  /** Every finding so many times, each under an id of its own. */
  private static ContractResult manyTimes(int times) {
    return Sample.contract(
        "every-outcome",
        json -> {
          ArrayNode checks = (ArrayNode) json.get("checks");
          List<ObjectNode> once =
              checks.valueStream().map(each -> ((ObjectNode) each).deepCopy()).toList();
          for (int i = 1; i < times; i++) {
            int copy = i;
            once.forEach(
                each -> checks.add(each.deepCopy().put("id", each.path("id").asString() + copy)));
          }
          ((ObjectNode) json.get("totals"))
              .properties()
              .forEach(t -> t.setValue(IntNode.valueOf(times * t.getValue().asInt())));
        });
  }

  private static long count(List<String> lines, String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).count();
  }

  private static String told(ContractResult result) {
    return String.join("\n", Annotations.of(result, FOLDER)) + "\n";
  }
}
