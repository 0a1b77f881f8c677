package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.report.ContractResult;
import dev.rollcall.report.ContractResult.Finding;
import dev.rollcall.report.Outcome;
import dev.rollcall.report.Strength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole matrix of checks and faults, by {@code mvn verify -Pmutation}: how many seeded
 * deviations the catalogue finds. Writes what it measured to {@code target/strength.json} and wants
 * it to be what is published.
 */
class CatalogueMutation {
  private static final Path MEASURED = Path.of("target", "strength.json");
  private static final String ACCEPT =
      "if these differences are right, accept them: cp target/strength.json "
          + "src/main/resources/dev/rollcall/report/strength.json"
          + " && mvn test -Dtest=ReadmeTest -Drollcall.readme=true";

  @TempDir Path folder;

  @Test
  void theCatalogueIsAsStrongAsPublished() throws Exception {
    List<Seeded> faults = Seeded.all();
    Set<String> seen = Proofs.run();
    assertEquals(
        List.of(),
        faults.stream().map(Seeded::id).filter(id -> !seen.contains(id)).toList(),
        "no recorded probe shows that these make a difference");
    var assessment = new Assessment(Catalogue.entries(), Reasons.read());
    List<Trial> trials;
    try (var matrix =
        new Matrix(
            folder,
            Integer.getInteger("mutation.workers", Runtime.getRuntime().availableProcessors()))) {
      assertPasses(matrix.clean());
      trials = matrix.trials(faults);
    }
    Strength measured = assessment.of(LocalDate.now(ZoneOffset.UTC), trials);
    Files.writeString(MEASURED, measured.json());
    Strength published = Strength.bundled();
    var problems = new ArrayList<String>(assessment.complaints(measured));
    for (Trial trial : trials) {
      trial.defects().forEach(d -> problems.add("under " + trial.fault().id() + " " + d));
    }
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

  private static void assertPasses(ContractResult clean) {
    List<String> others =
        clean.checks().stream()
            .filter(finding -> finding.outcome() != Outcome.PASSED)
            .map(Finding::id)
            .toList();
    assertEquals(List.of(), others, "without any fault these do not pass");
  }

  private static double rate(Strength strength) {
    return (double) strength.totals().killed() / strength.totals().faults();
  }
}
