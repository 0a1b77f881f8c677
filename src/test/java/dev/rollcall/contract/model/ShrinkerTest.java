package dev.rollcall.contract.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core of random sequences, on a stack whose clear fails from three elements on. */
class ShrinkerTest {
  private static final List<String> SHORTEST = List.of("push 0", "push 0", "push 0", "clear");

  /** What may be popped depends on what was pushed: the generator looks at the state. */
  private static Optional<List<String>> stack(Choices choices) {
    List<String> done = new ArrayList<>();
    int depth = 0;
    while (done.size() < 40 && choices.step()) {
      List<String> kinds =
          depth == 0
              ? List.of("push", "clear")
              : List.of("push", "clear", "pop", "pop", "peek", "peek");
      String kind = choices.oneOf(kinds);
      if (kind.equals("push")) {
        done.add("push " + choices.oneOf(List.of(0, 1, 2, 3, 4, 5, 6, 7)));
        depth++;
      } else {
        done.add(kind);
        depth -= kind.equals("pop") ? 1 : 0;
      }
      if (kind.equals("clear") && depth >= 3) {
        return Optional.of(done);
      }
      depth = kind.equals("clear") ? 0 : depth;
    }
    return Optional.empty();
  }

  private static Shrinker<List<String>> failing(long seed, int attempts) {
    for (long next = seed; ; next += 1000) {
      Choices choices = Choices.random(next);
      Optional<List<String>> failure = stack(choices);
      if (failure.isPresent()) {
        return new Shrinker<>(ShrinkerTest::stack, choices, failure.get(), attempts);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aLongFailureShrinksToExactlyTheStepsItNeeds(long seed) {
    Shrinker<List<String>> shrinker = failing(seed, 500);
    shrinker.shrink();
    assertEquals(SHORTEST, shrinker.failure());
    assertEquals(4, shrinker.simplest().steps().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsLeftFailsInTheSameWayWhenItIsReplayed(long seed) {
    Shrinker<List<String>> shrinker = failing(seed, 10);
    shrinker.shrink();
    Choices again = Choices.replay(shrinker.simplest().drawn());
    assertEquals(Optional.of(shrinker.failure()), stack(again));
    assertEquals(shrinker.simplest().drawn(), again.drawn());
  }

  @Test
  void noMoreAttemptsAreMadeThanAllowed() {
    var trials = new ArrayList<List<Integer>>();
    Function<Choices, Optional<String>> never =
        choices -> {
          trials.add(choices.drawn());
          return Optional.empty();
        };
    Choices choices = Choices.random(1);
    stack(choices);
    var shrinker = new Shrinker<>(never, choices, "as it was", 7);
    shrinker.shrink();
    assertEquals(7, trials.size());
    assertEquals("as it was", shrinker.failure());
    assertEquals(choices, shrinker.simplest());
  }

  @Test
  void whatWasReachedStaysWhenATrialThrows() {
    var trials = new ArrayList<Choices>();
    Shrinker<List<String>> begun = failing(7, 0);
    Choices choices = begun.simplest();
    List<String> failure = begun.failure();
    Function<Choices, Optional<List<String>>> breaksDown =
        each -> {
          trials.add(each);
          if (trials.size() > 8) {
            throw new IllegalStateException("gone");
          }
          return stack(each);
        };
    var shrinker = new Shrinker<>(breaksDown, choices, failure, 500);
    assertThrows(IllegalStateException.class, shrinker::shrink);
    assertTrue(shrinker.failure().size() < failure.size(), shrinker.failure().toString());
    assertEquals("clear", shrinker.failure().get(shrinker.failure().size() - 1));
  }

  @Test
  void aSeedMakesTheSameNumbersAndAReplayEndsWithThem() {
    Choices first = Choices.random(42);
    Choices second = Choices.random(42);
    assertEquals(stack(first), stack(second));
    assertEquals(first.drawn(), second.drawn());
    Choices replay = Choices.replay(List.of(5, 1));
    assertTrue(replay.step());
    assertEquals("b", replay.oneOf(List.of("a", "b")), "a number too great is the greatest");
    assertEquals("b", replay.oneOf(List.of("a", "b")));
    assertFalse(replay.step());
    assertEquals("a", replay.oneOf(List.of("a", "b")), "past its end all numbers are zero");
    assertEquals(List.of(1, 1, 0), replay.drawn());
  }
}
