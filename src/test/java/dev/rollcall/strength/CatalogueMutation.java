package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Strength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole matrix of checks and faults, by {@code mvn verify -Pmutation}: how many seeded
 * deviations the catalogue finds. Writes what it measured to {@code target/strength.json} and wants
 * it to be what is published.
 *
 * <p>{@code -Dmutation.only=PATTERN} tries only the faults whose ids match and compares nothing,
 * {@code -Dmutation.workers=N} runs so many at once instead of two a processor.
 */
class CatalogueMutation {
  private static final Path MEASURED = Path.of("target", "strength.json");
  private static final String ALL = ".*";
  private static final String ONLY = System.getProperty("mutation.only", ALL);

  // One check after the other leaves a processor idle while it waits for an answer.
  private static final int WORKERS =
      Integer.getInteger("mutation.workers", 2 * Runtime.getRuntime().availableProcessors());

  private static final String ACCEPT =
      "if these differences are right, accept them: cp target/strength.json "
          + "src/main/resources/dev/rollcall/report/result/strength.json"
          + " && mvn test -Dtest=ReadmeTest -Drollcall.readme=true";

  @TempDir Path folder;

  @Test
  void theCatalogueIsAsStrongAsPublished() throws Exception {
    List<Seeded> faults = Seeded.all().stream().filter(fault -> fault.id().matches(ONLY)).toList();
    Set<String> seen = Proofs.run();
    assertEquals(
        List.of(),
        faults.stream().map(Seeded::id).filter(id -> !seen.contains(id)).toList(),
        "no recorded probe shows that these make a difference");
    List<Trial> trials;
    try (var matrix = new Matrix(folder, WORKERS)) {
      assertPasses(matrix.clean());
      trials = matrix.trials(faults);
    }
    var assessment = new Assessment(Catalogue.entries(), Reasons.read());
    Strength measured = assessment.of(LocalDate.now(ZoneOffset.UTC), trials);
    Files.writeString(MEASURED, measured.json());
    assertEquals(List.of(), defects(trials), "these checks broke, although answers came");
    if (ONLY.equals(ALL)) {
      assertPublished(measured, assessment);
    }
  }

  private static void assertPasses(ContractResult clean) {
    assertEquals(
        List.of(),
        clean.checks().stream()
            .filter(f -> f.outcome() != Outcome.PASSED && f.outcome() != Outcome.SKIPPED)
            .map(f -> f.id() + ": " + f.reason() + f.actual())
            .toList(),
        "without any fault these do not pass");
    Set<String> passed =
        clean.checks().stream()
            .filter(finding -> finding.outcome() == Outcome.PASSED)
            .map(Finding::id)
            .collect(Collectors.toSet());
    assertEquals(
        List.of(),
        Catalogue.entries().stream()
            .map(entry -> entry.check().id())
            .filter(id -> !passed.contains(id))
            .toList(),
        "without any fault these are skipped in every version");
  }

  private static List<String> defects(List<Trial> trials) {
    return trials.stream()
        .flatMap(trial -> trial.defects().stream().map(d -> trial.fault().id() + ": " + d))
        .toList();
  }

  private static void assertPublished(Strength measured, Assessment assessment) {
    Strength published = Strength.bundled();
    var problems = new ArrayList<String>(assessment.complaints(measured));
    if (rate(measured) < rate(published)) {
      problems.add("the kill rate fell from " + rate(published) + " to " + rate(measured));
    }
    List<String> differences = new Comparison(published, measured).differences();
    if (!differences.isEmpty()) {
      problems.addAll(differences);
      problems.add(ACCEPT);
    }
    assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
  }

  private static double rate(Strength strength) {
    return (double) strength.totals().killed() / strength.totals().faults();
  }
}
