package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {
  private static final String MUST_DOCUMENTED = "time.expires";
  private static final String MUST_DERIVED = "setPresence.replaces";
  private static final String MUST_OBSERVED = "setPresence.session-id-required";
  private static final String SHOULD_DOCUMENTED = "getPresence.complete";
  private static final String SHAPE = "getPresence.shape";

  @TempDir Path folder;

  private final Map<Row, CheckReport> reports = new LinkedHashMap<>();
  private List<String> versions = List.of("v1.0");

  @ParameterizedTest
  @CsvSource({
    // check, ours, strict, counts
    "time.expires, true, false, true",
    "time.expires, false, false, true",
    "setPresence.replaces, false, false, true",
    "setPresence.session-id-required, true, false, true",
    "setPresence.session-id-required, false, false, false",
    "setPresence.session-id-required, false, true, true",
    "getPresence.complete, true, false, true",
    "getPresence.complete, false, false, false",
    "getPresence.complete, false, true, true",
  })
  void aFailureCountsByLevelBasisAndTarget(String id, boolean ours, boolean strict, boolean counts)
      throws IOException {
    passAllBut(id, Outcome.FAILED);
    ContractResult result = settle(ours, strict, "");
    assertEquals(counts, finding(result, id).counts());
    assertEquals(counts ? Verdict.DEVIATES : Verdict.CONFORMS, result.verdict());
  }

  @Test
  void levelsAndBasesOfTheExamplesAreAsNamed() {
    assertEquals("MUST DOCUMENTED", kind(MUST_DOCUMENTED));
    assertEquals("MUST DERIVED", kind(MUST_DERIVED));
    assertEquals("MUST OBSERVED", kind(MUST_OBSERVED));
    assertEquals("SHOULD DOCUMENTED", kind(SHOULD_DOCUMENTED));
  }

  @Test
  void somethingBrokenLeavesTheVerdictUnknownUnlessSomethingCounts() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.BROKEN);
    ContractResult broken = settle(true, false, "");
    assertEquals(Verdict.UNKNOWN, broken.verdict());
    assertEquals("time.expires is broken: reason", broken.reason());
    reports.put(row(MUST_DERIVED), report(MUST_DERIVED, Outcome.FAILED, List.of()));
    assertEquals(Verdict.DEVIATES, settle(true, false, "").verdict());
  }

  @Test
  void whereNothingWasJudgedTheVerdictIsUnknown() throws IOException {
    ContractResult result = settle(false, false, "");
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertEquals("no check was run", result.reason());
    assertEquals(Catalogue.entries().size(), result.totals().get(Outcome.SKIPPED));
  }

  @Test
  void totalsAddUpToTheCatalogue() throws IOException {
    reports.put(row(MUST_DERIVED), report(MUST_DERIVED, Outcome.FAILED, List.of()));
    reports.put(row(MUST_OBSERVED), report(MUST_OBSERVED, Outcome.BROKEN, List.of()));
    ContractResult result = settle(true, false, "");
    int sum = result.totals().values().stream().mapToInt(Integer::intValue).sum();
    assertEquals(Catalogue.entries().size(), sum);
    assertEquals(Outcome.values().length, result.totals().size());
  }

  @Test
  void aDeclaredDeviationThatFailsIsKnownAndDoesNotCount() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.FAILED);
    ContractResult result = settle(true, false, "{check = \"time.exp*res\", reason = \"cache\"}");
    assertEquals(Outcome.KNOWN, finding(result, MUST_DOCUMENTED).outcome());
    assertEquals("declared: cache", finding(result, MUST_DOCUMENTED).reason());
    assertEquals(Verdict.CONFORMS, result.verdict());
  }

  @Test
  void aDeclaredDeviationThatPassesIsStaleAndCounts() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.PASSED);
    ContractResult result = settle(false, false, "{check = \"time.expires\", reason = \"cache\"}");
    assertEquals(Outcome.STALE, finding(result, MUST_DOCUMENTED).outcome());
    assertTrue(finding(result, MUST_DOCUMENTED).counts());
    assertEquals(Verdict.DEVIATES, result.verdict());
  }

  @Test
  void aPatternIsNotStaleWhileOneOfItsChecksFails() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.FAILED);
    ContractResult result = settle(false, false, "{check = \"time.*\", reason = \"clock\"}");
    assertEquals(Outcome.KNOWN, finding(result, MUST_DOCUMENTED).outcome());
    assertEquals(Outcome.PASSED, finding(result, "time.keep-alive").outcome());
    assertEquals(Verdict.CONFORMS, result.verdict());
  }

  @Test
  void aPatternOfWhichNothingFailsIsStale() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.SKIPPED);
    ContractResult result = settle(false, false, "{check = \"time.*\", reason = \"clock\"}");
    assertEquals(Outcome.STALE, finding(result, "time.keep-alive").outcome());
    assertEquals(Outcome.SKIPPED, finding(result, MUST_DOCUMENTED).outcome());
    assertEquals(Verdict.DEVIATES, result.verdict());
  }

  @Test
  void aPatternIsNotStaleWhileSomethingOfItWasNotJudged() throws IOException {
    reports.put(row(MUST_DOCUMENTED), report(MUST_DOCUMENTED, Outcome.PASSED, List.of()));
    String known = "{check = \"time.*\", reason = \"clock\"}";
    ContractResult selected = settle(false, false, known);
    assertEquals(Outcome.PASSED, finding(selected, MUST_DOCUMENTED).outcome());
    passAllBut("time.keep-alive", Outcome.BROKEN);
    ContractResult broken = settle(false, false, known);
    assertEquals(Outcome.PASSED, finding(broken, MUST_DOCUMENTED).outcome());
    assertEquals(Verdict.UNKNOWN, broken.verdict());
  }

  @Test
  void anExactEntryIsStaleBesideAPatternThatLives() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.FAILED);
    ContractResult result =
        settle(
            false,
            false,
            "{check = \"time.*\", reason = \"clock\"},"
                + " {check = \"time.keep-alive\", reason = \"cache\"}");
    Finding stale = finding(result, "time.keep-alive");
    assertEquals(Outcome.STALE, stale.outcome());
    assertTrue(stale.reason().contains("(cache)"), stale.reason());
  }

  @Test
  void anEntryForAllVersionsIsNotStaleWhileOneOfThemFails() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.FAILED);
    reports.put(
        new Row(MUST_DOCUMENTED, "beta"), report(MUST_DOCUMENTED, Outcome.PASSED, List.of()));
    versions = List.of("v1.0", "beta");
    String known = "check = \"time.expires\", reason = \"cache\"";
    assertEquals(Outcome.PASSED, inBeta(settle(false, false, "{" + known + "}")).outcome());
    assertEquals(
        Outcome.STALE, inBeta(settle(false, false, "{" + known + ", version = beta}")).outcome());
  }

  @Test
  void whatComesWithRollcallIsNeverStale() throws IOException {
    passAllBut("clearPresence.no-session", Outcome.FAILED);
    Settings graph = Settings.exactly(Map.of(Setting.KNOWN, List.of("graph")));
    ContractResult result = settle(graph, false);
    assertEquals(Outcome.KNOWN, finding(result, "clearPresence.no-session").outcome());
    passAllBut(MUST_DOCUMENTED, Outcome.PASSED);
    assertEquals(0, settle(graph, false).count(Outcome.STALE));
  }

  @Test
  void aDeclarationExcusesNothingBroken() throws IOException {
    passAllBut(MUST_DOCUMENTED, Outcome.BROKEN);
    ContractResult result = settle(true, false, "{check = \"time.expires\", reason = \"cache\"}");
    assertEquals(Outcome.BROKEN, finding(result, MUST_DOCUMENTED).outcome());
    assertEquals(Verdict.UNKNOWN, result.verdict());
  }

  @Test
  void aSchemaViolationFiledElsewhereFailsTheShapeCheckThatPassed() throws IOException {
    passAllBut(SHAPE, Outcome.PASSED);
    reports.put(
        row(MUST_DERIVED), report(MUST_DERIVED, Outcome.PASSED, List.of(violation("schema"))));
    ContractResult result = settle(false, false, "");
    Finding shape = finding(result, SHAPE);
    assertEquals(Outcome.FAILED, shape.outcome());
    assertEquals("answers that follow presence.schema.json", shape.expected());
    assertEquals(
        "at '/availability' \"Avaliable\", refused by 'type', seen 1 time", shape.actual());
    assertEquals(1, shape.exchanges().size());
    assertEquals(Outcome.PASSED, finding(result, MUST_DERIVED).outcome());
    assertEquals(Verdict.DEVIATES, result.verdict());
  }

  @ParameterizedTest
  @CsvSource({"true, false, DEVIATES", "false, false, CONFORMS", "false, true, DEVIATES"})
  void driftLeavesEveryCheckAsItIsAndCountsByTarget(boolean ours, boolean strict, Verdict verdict)
      throws IOException {
    passAllBut(SHAPE, Outcome.PASSED);
    for (String id : List.of(MUST_DERIVED, MUST_OBSERVED)) {
      reports.put(row(id), report(id, Outcome.PASSED, List.of(violation("unknown-value"))));
    }
    ContractResult result = settle(ours, strict, "");
    assertEquals(Outcome.PASSED, finding(result, SHAPE).outcome());
    assertEquals(1, result.violations().size());
    assertEquals(2, result.violations().get(0).times());
    assertEquals(verdict == Verdict.DEVIATES, result.violations().get(0).counts());
    assertEquals(verdict, result.verdict());
  }

  @Test
  void aDeclaredShapeCheckTakesItsViolationsWithIt() throws IOException {
    passAllBut(SHAPE, Outcome.PASSED);
    reports.put(
        row(MUST_DERIVED), report(MUST_DERIVED, Outcome.PASSED, List.of(violation("schema"))));
    ContractResult result =
        settle(false, false, "{check = \"getPresence.shape\", reason = \"old\"}");
    assertEquals(Outcome.KNOWN, finding(result, SHAPE).outcome());
    assertFalse(result.violations().get(0).counts());
    assertEquals(Verdict.CONFORMS, result.verdict());
  }

  private void passAllBut(String id, Outcome outcome) {
    Catalogue.entries()
        .forEach(
            entry ->
                reports.put(
                    row(entry.check().id()),
                    report(entry.check().id(), Outcome.PASSED, List.of())));
    reports.put(row(id), report(id, outcome, List.of()));
  }

  private ContractResult settle(boolean ours, boolean strict, String known) throws IOException {
    var given = new EnumMap<Setting, List<String>>(Setting.class);
    if (strict) {
      given.put(Setting.STRICT, List.of("true"));
    }
    if (!known.isEmpty()) {
      Path file = Files.writeString(folder.resolve("known.conf"), "known = [" + known + "]");
      given.put(Setting.KNOWN, List.of(file.toString()));
    }
    return settle(Settings.exactly(given), ours);
  }

  private ContractResult settle(Settings settings, boolean ours) {
    return Settlement.of(settings)
        .settle(Instant.parse("2026-11-24T10:00:00Z"), target(ours), reports, Map.of());
  }

  private static Finding inBeta(ContractResult result) {
    return result.checks().stream()
        .filter(f -> f.id().equals(MUST_DOCUMENTED) && f.version().equals("beta"))
        .findFirst()
        .orElseThrow();
  }

  private static CheckReport report(String id, Outcome outcome, List<Violation> violations) {
    return new CheckReport(
        id, "v1.0", outcome, "reason", "", "", 1, 1, List.of(), violations, Map.of());
  }

  private static Violation violation(String kind) {
    var request = new Exchange.Request("GET", "http://h/v1.0/me/presence", Map.of(), "");
    return new Violation(
        SHAPE,
        "v1.0",
        kind,
        "/availability",
        "presence.schema.json",
        "type",
        "\"Avaliable\"",
        1,
        false,
        new Exchange(request, null, 1));
  }

  private TargetInfo target(boolean ours) {
    return new TargetInfo("t", "http://h", ours, versions, List.of("READ"), "any");
  }

  private static Finding finding(ContractResult result, String id) {
    return result.checks().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static String kind(String id) {
    Check check = Catalogue.named(id).orElseThrow().check();
    return check.level() + " " + check.basis();
  }

  private static Row row(String id) {
    return new Row(id, "v1.0");
  }
}
