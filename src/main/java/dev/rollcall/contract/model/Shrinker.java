package dev.rollcall.contract.model;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes a failing sequence simpler as long as it goes on failing: leaves out spans of steps, lowers
 * numbers, leaves out numbers, until nothing helps or the attempts are used up.
 *
 * @param <F> what a failure tells
 */
final class Shrinker<F> {
  private static final Comparator<Choices> SIMPLEST_FIRST =
      Comparator.<Choices>comparingInt(choices -> choices.steps().size())
          .thenComparing(comparingInt(choices -> choices.drawn().size()))
          .thenComparing(comparingInt(choices -> choices.drawn().stream().mapToInt(n -> n).sum()));

  private final Function<Choices, Optional<F>> trial;
  private Choices simplest;
  private F failure;
  private int attempts;

  /** The trial makes a sequence and runs it; it is empty if that does not fail. */
  Shrinker(Function<Choices, Optional<F>> trial, Choices failing, F failure, int attempts) {
    this.trial = trial;
    this.simplest = failing;
    this.failure = failure;
    this.attempts = attempts;
  }

  /** May be left by whatever the trial throws; what was reached until then stays. */
  void shrink() {
    boolean simpler = true;
    while (simpler) {
      simpler =
          leaveOut(simplest.steps().size() - 1, Choices::steps) | lowerNumbers()
              || leaveOut(
                  2, choices -> IntStream.range(0, choices.drawn().size()).boxed().toList());
    }
  }

  Choices simplest() {
    return simplest;
  }

  F failure() {
    return failure;
  }

  /** The last step or number stays: without it the sequence would have failed before. */
  private boolean leaveOut(int longest, Function<Choices, List<Integer>> cuts) {
    boolean simpler = false;
    for (int span = longest; span > 0; span /= 2) {
      for (int from = cuts.apply(simplest).size() - 1 - span; from >= 0; from--) {
        List<Integer> at = cuts.apply(simplest);
        simpler |= from + span < at.size() && fails(at.get(from), at.get(from + span), List.of());
      }
    }
    return simpler;
  }

  private boolean lowerNumbers() {
    boolean simpler = false;
    for (int at = 0; at < simplest.drawn().size(); at++) {
      int number = simplest.drawn().get(at);
      simpler |=
          number > 0 && fails(at, at + 1, List.of(0))
              || number > 2 && fails(at, at + 1, List.of(number / 2))
              || number > 1 && fails(at, at + 1, List.of(number - 1));
    }
    return simpler;
  }

  private boolean fails(int from, int to, List<Integer> instead) {
    List<Integer> numbers = new ArrayList<>(simplest.drawn());
    numbers.subList(from, to).clear();
    numbers.addAll(from, instead);
    Choices choices = Choices.replay(numbers);
    Optional<F> failed = attempts-- > 0 ? trial.apply(choices) : Optional.empty();
    boolean simpler = failed.isPresent() && SIMPLEST_FIRST.compare(choices, simplest) < 0;
    if (simpler) {
      simplest = choices;
      failure = failed.get();
    }
    return simpler;
  }
}
