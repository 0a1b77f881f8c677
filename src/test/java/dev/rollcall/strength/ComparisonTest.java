package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.report.Strength;
import dev.rollcall.report.Strength.Check;
import dev.rollcall.report.Strength.Fault;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Strength PUBLISHED =
      strength(1, fault("late", "one", "two"), check("one", 1));

  private static Strength strength(int day, Fault fault, Check check) {
    return Strength.of(LocalDate.of(2027, 3, day), List.of(fault), List.of(check));
  }

  private static Fault fault(String id, String... killedBy) {
    return new Fault(id, "rule", "", "it is late", List.of(killedBy), List.of(), "");
  }

  private static Check check(String id, int kills, String... alone) {
    return new Check(id, kills, List.of(alone), List.of(), "");
  }

  private static List<String> differences(Fault fault, Check check) {
    return new Comparison(PUBLISHED, strength(2, fault, check)).differences();
  }

  @Test
  void whichOfSeveralChecksFindAFaultMayDiffer() {
    assertEquals(List.of(), differences(fault("late", "two", "three"), check("one", 0)));
  }

  @Test
  void whetherAFaultIsFoundMayNot() {
    assertEquals(1, differences(fault("late"), check("one", 1)).size());
  }

  @Test
  void whatACheckFindsAloneMayNot() {
    assertEquals(1, differences(fault("late", "one"), check("one", 1, "late")).size());
  }

  @Test
  void whatIsNotInBothIsNamed() {
    assertEquals(
        List.of(
            "early is not published yet",
            "late is published, but does not exist any more",
            "two is not published yet",
            "one is published, but does not exist any more"),
        differences(fault("early", "one", "two"), check("two", 1)));
  }
}
