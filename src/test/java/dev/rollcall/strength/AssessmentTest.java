package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.report.result.Strength;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 4);

  private final List<Entry> catalogue = Catalogue.entries().subList(0, 3);
  private final String first = catalogue.get(0).check().id();
  private final String second = catalogue.get(1).check().id();

  private final List<Trial> trials =
      List.of(
          trial("by-one", "rule", first),
          trial("by-two", "shape", first, second),
          trial("by-none", "shape"),
          trial("cut-off", "wire", second));

  @Test
  void aCheckIsWorthWhatItFindsAndWhatItFindsAlone() {
    Strength strength = strength(new Reasons(Map.of(), Map.of()));
    assertEquals(List.of("by-one"), strength.checks().get(0).alone());
    assertEquals(2, strength.checks().get(0).kills());
    assertEquals(List.of(), strength.checks().get(1).alone(), "whoever calls finds the wire");
    assertEquals(2, strength.checks().get(1).kills());
    assertEquals(new Strength.Totals(4, 3, 1, 3, 1), strength.totals());
  }

  @Test
  void aCheckThatFindsNothingAloneNamesTheClausesThatAreItsOwn() {
    Strength.Check check = strength(new Reasons(Map.of(), Map.of())).checks().get(1);
    List<String> others =
        List.of(catalogue.get(0), catalogue.get(2)).stream()
            .flatMap(entry -> Arrays.stream(entry.check().clause()))
            .toList();
    assertEquals(
        Arrays.stream(catalogue.get(1).check().clause()).filter(c -> !others.contains(c)).toList(),
        check.clauses());
  }

  @Test
  void twinsAreToBeMergedUnlessAReasonIsGiven() {
    List<Entry> twins = List.of(catalogue.get(0), catalogue.get(0));
    var silent = new Assessment(twins, new Reasons(Map.of(), Map.of()));
    assertEquals(
        2, silent.complaints(silent.of(DAY, List.of())).size(), "each of the two is named");
    var told = new Assessment(twins, new Reasons(Map.of(), Map.of(first, "read by people")));
    assertEquals(List.of(), told.complaints(told.of(DAY, List.of())));
  }

  @Test
  void aSurvivorNeedsAReasonAndNothingElseMayHaveOne() {
    var mute = new Reasons(Map.of(), Map.of());
    assertEquals(
        List.of(
            "by-none (does by-none) is found by no check; write a check, or the reason into "
                + Reasons.FILE),
        complaints(mute));
    assertEquals(List.of(), complaints(new Reasons(Map.of("by-none", "unseen"), Map.of())));
    var talkative =
        new Reasons(Map.of("by-none", "unseen", "by-two", "unseen"), Map.of(first, "dear to us"));
    assertEquals(
        List.of(
            "by-two is found, or does not exist; remove it from " + Reasons.FILE,
            first + " needs no reason, or does not exist; remove it from " + Reasons.FILE),
        complaints(talkative));
  }

  @Test
  void aDifferenceIsToldOfEachFaultAndCheck() {
    Strength before = strength(new Reasons(Map.of(), Map.of()));
    assertEquals(
        List.of(), new Comparison(before, before.on(DAY.plusDays(1))).differences(), "a day");
    Strength after =
        new Assessment(catalogue, new Reasons(Map.of(), Map.of()))
            .of(DAY, List.of(trial("by-one", "rule", first, second), trial("new", "rule", first)));
    List<String> told = new Comparison(before, after).differences();
    assertEquals(7, told.size(), told.toString());
    assertEquals("new is not published yet", told.get(1));
    assertEquals("by-two is published, but does not exist any more", told.get(2));
  }

  private Strength strength(Reasons reasons) {
    return new Assessment(catalogue, reasons).of(DAY, trials);
  }

  private List<String> complaints(Reasons reasons) {
    var assessment = new Assessment(catalogue, reasons);
    return assessment.complaints(assessment.of(DAY, trials)).stream()
        .filter(line -> !line.contains("shares all its clauses"))
        .toList();
  }

  private static Trial trial(String id, String family, String... killers) {
    var fault = new Seeded(id, family, family.equals("rule") ? "" : "getPresence", "does " + id);
    return new Trial(fault, List.of(killers), List.of(), List.of());
  }
}
