package dev.rollcall.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.page.StrengthPage.Group;
import dev.rollcall.report.result.Strength;
import dev.rollcall.report.result.Strength.Check;
import dev.rollcall.report.result.Strength.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthPageTest {
  private final Strength strength =
      Strength.of(
          LocalDate.of(2027, 3, 4),
          List.of(
              fault("never-expires", "rule", "", List.of("time.expires"), ""),
              fault("wrong-id", "shape", "getPresence", many(9), ""),
              fault("odd-code", "shape", "getPresence", List.of(), "codes are <not> documented")),
          List.of(
              new Check("time.expires", 1, List.of("never-expires"), List.of(), ""),
              new Check("c0", 1, List.of(), List.of("S-012"), ""),
              new Check("c1", 1, List.of(), List.of(), "read by people")));

  @Test
  void theRateComesFirst() {
    String page = Pages.strength(strength);
    assertTrue(page.indexOf("<span>66.6 %</span>") < page.indexOf("<h2"), "rate, then tables");
    assertTrue(page.contains("2 of 3 faults"));
    assertTrue(page.contains("<b>1</b> of 3 checks find one that no other finds"));
  }

  @Test
  void everyFaultIsCountedByFamilyAndByOperation() {
    var page = new StrengthPage(strength);
    assertEquals(List.of(new Group("rule", 1, 1), new Group("shape", 2, 1)), page.families());
    assertEquals(
        List.of(new Group("what is behind them all", 1, 1), new Group("getPresence", 2, 1)),
        page.operations());
  }

  @Test
  void aGapIsShownWithItsReason() {
    String page = Pages.strength(strength);
    assertTrue(page.contains("codes are &lt;not&gt; documented"));
    assertTrue(page.contains("S-012") && page.contains("read by people"));
  }

  @Test
  void ofManyKillersTheFirstAreNamed() {
    assertEquals(
        "c0, c1, c2, c3, c4, c5 and 3 more", StrengthPage.killers(strength.faults().get(1)));
    assertEquals("time.expires", StrengthPage.killers(strength.faults().get(0)));
    assertEquals("", StrengthPage.killers(strength.faults().get(2)));
  }

  @Test
  void onlyAllIsAHundredPercent() {
    assertEquals("99.9 %", Strength.percent(9_999, 10_000));
    assertEquals("100.0 %", Strength.percent(7, 7));
    assertEquals("-", Strength.percent(0, 0));
  }

  @Test
  void theFileReadsBackAsItWasWritten() {
    assertEquals(strength, Strength.parse(strength.json()));
    assertEquals(strength.json(), Strength.parse(strength.json()).json());
  }

  @Test
  void totalsThatDoNotAddUpAreRefused() {
    String other = strength.json().replace("\"killed\":2", "\"killed\":3");
    assertFalse(other.equals(strength.json()));
    assertThrows(RuntimeException.class, () -> Strength.parse(other));
  }

  private static Fault fault(
      String id, String family, String operation, List<String> killedBy, String reason) {
    return new Fault(id, family, operation, "does it", killedBy, List.of(), reason);
  }

  private static List<String> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }
}
