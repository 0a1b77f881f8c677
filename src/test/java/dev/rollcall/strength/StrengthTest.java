package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.report.result.Strength;
import dev.rollcall.report.result.Strength.Check;
import dev.rollcall.report.result.Strength.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published strength is one of the faults and checks of today. */
class StrengthTest {
  private static final String MEND =
      "measure again with: mvn verify -Pmutation, and accept it as that says";

  private final Strength published = Strength.bundled();

  @Test
  void everyFaultOfTodayWasTriedAndNoOther() throws Exception {
    assertSame(
        Seeded.all(),
        published.faults().stream()
            .map(f -> new Seeded(f.id(), f.family(), f.operation(), f.description()))
            .toList());
  }

  @Test
  void everyCheckOfTodayWasTriedAndNoOther() {
    assertSame(
        Catalogue.entries().stream().map(entry -> entry.check().id()).toList(),
        published.checks().stream().map(Check::id).toList());
  }

  private static <T> void assertSame(List<T> ofToday, List<T> tried) {
    assertEquals(
        List.of(), ofToday.stream().filter(each -> !tried.contains(each)).toList(), "new; " + MEND);
    assertEquals(
        List.of(),
        tried.stream().filter(each -> !ofToday.contains(each)).toList(),
        "gone; " + MEND);
    assertEquals(ofToday, tried, "the order; " + MEND);
  }

  @Test
  void everyGapHasTheReasonThatIsOnFile() throws IOException {
    Reasons reasons = Reasons.read();
    assertEquals(
        List.of(), new Assessment(Catalogue.entries(), reasons).complaints(published), MEND);
    for (Fault survivor : published.survivors()) {
      assertEquals(reasons.faults().get(survivor.id()), survivor.reason(), MEND);
    }
  }

  @Test
  void theFileIsInTheFormThatIsWritten() throws IOException {
    assertEquals(
        published.json(),
        Files.readString(Path.of("src/main/resources/dev/rollcall/report/result/strength.json")),
        MEND);
  }
}
