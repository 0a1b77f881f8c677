package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.Climb.Outcome;
import dev.rollcall.load.Climb.Tried;
import dev.rollcall.load.plan.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for a rate, on targets whose limit is known. */
class ClimbTest {
  private static final Search SEARCH = new Search(20, 1.5, 10, 2_000, 30);

  @ParameterizedTest
  @ValueSource(doubles = {20, 21, 29.9, 30, 47, 100, 333, 777, 1_234, 1_999})
  void findsALimitToATenthInFewSteps(double limit) {
    Climb climb = climbed(upTo(limit));
    assertTrue(climb.held() <= limit, () -> "held " + climb.held());
    assertTrue(climb.held() >= 0.9 * limit, () -> "held " + climb.held());
    assertTrue(climb.broke().orElseThrow() > limit);
    assertTrue(climb.tried().size() <= 20, () -> "steps " + climb.tried());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aSingleMissOnABusyMachineDecidesNothing(long seed) {
    var random = new SplittableRandom(seed);
    var missed = new ArrayList<Double>();
    Climb climb =
        climbed(
            rate -> {
              if (!missed.contains(rate) && random.nextInt(3) == 0) {
                missed.add(rate);
                return random.nextBoolean() ? Outcome.BROKE : Outcome.UNDRIVEN;
              }
              return upTo(500).apply(rate);
            });
    assertTrue(!missed.isEmpty());
    assertTrue(climb.held() <= 500 && climb.held() >= 450, () -> "held " + climb.held());
  }

  @Test
  void whereNothingHoldsTheFirstRateIsTriedTwice() {
    Climb climb = climbed(rate -> Outcome.BROKE);
    assertEquals(
        List.of(new Tried(20, Outcome.BROKE), new Tried(20, Outcome.BROKE)), climb.tried());
    assertEquals(0, climb.held());
    assertEquals(Optional.empty(), climb.hold(List.of()));
  }

  @Test
  void whereAllHoldsTheSearchEndsAtItsBound() {
    Climb climb = climbed(rate -> Outcome.HELD);
    assertEquals(2_000, climb.held());
    assertEquals(Optional.empty(), climb.broke());
    assertEquals(Optional.empty(), climb.undriven());
  }

  @Test
  void aBoundBelowTheStartIsAllThatIsTried() {
    Climb climb = climbed(SEARCH.upTo(5), rate -> Outcome.HELD);
    assertEquals(List.of(new Tried(5, Outcome.HELD)), climb.tried());
  }

  @Test
  void whatTheGeneratorCannotDriveTwiceEndsTheSearch() {
    Climb climb = climbed(rate -> rate > 60 ? Outcome.UNDRIVEN : Outcome.HELD);
    assertEquals(
        List.of(
            new Tried(20, Outcome.HELD),
            new Tried(30, Outcome.HELD),
            new Tried(45, Outcome.HELD),
            new Tried(67.5, Outcome.UNDRIVEN),
            new Tried(67.5, Outcome.UNDRIVEN)),
        climb.tried());
    assertEquals(Optional.of(67.5), climb.undriven());
    assertEquals(45, climb.held());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -                  | 20
          20 HELD            | -
          20 BROKE           | 18
          20 BROKE, 18 HELD  | -
          20 BROKE, 18 BROKE | -
          20 UNDRIVEN        | 20
          """,
      delimiter = '|')
  void whatWasFoundIsHeldOnceMoreAndIfNeedBeJustBelow(String holds, Double next) {
    Climb climb = climbed(upTo(20));
    assertEquals(Optional.ofNullable(next), climb.hold(tried(holds)));
  }

  private static List<Tried> tried(String text) {
    var tried = new ArrayList<Tried>();
    for (String each : text == null ? new String[0] : text.split(", ")) {
      String[] parts = each.split(" ");
      tried.add(new Tried(Double.parseDouble(parts[0]), Outcome.valueOf(parts[1])));
    }
    return tried;
  }

  private static DoubleFunction<Outcome> upTo(double limit) {
    return rate -> rate <= limit ? Outcome.HELD : Outcome.BROKE;
  }

  private static Climb climbed(DoubleFunction<Outcome> target) {
    return climbed(SEARCH, target);
  }

  private static Climb climbed(Search search, DoubleFunction<Outcome> target) {
    var climb = new Climb(search, List.of());
    for (Optional<Double> rate = climb.next(); rate.isPresent(); rate = climb.next()) {
      var tried = new ArrayList<>(climb.tried());
      tried.add(new Tried(rate.get(), target.apply(rate.get())));
      climb = new Climb(search, tried);
    }
    return climb;
  }
}
