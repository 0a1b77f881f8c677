package dev.rollcall.contract.model;

import dev.rollcall.contract.wire.NoAnswer;
import dev.rollcall.definition.Definition;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks for a sequence of commands that a service gets wrong, and for the shortest such. */
public final class Sequences {
  private static final int SHRINK_ATTEMPTS = 60;

  /** What sequences take in, beside the writes of one application. */
  public enum Scope {
    /** Sessions of a second application. */
    OTHER_APP,
    /** The clock. */
    TIME,
    /** Judgement of what merely should be. */
    SHOULD
  }

  private final Tables tables;
  private final Repertoire repertoire;
  private final boolean shoulds;
  private final int steps;

  /**
   * @param steps of one sequence, at most
   */
  public Sequences(Definition definition, Set<Scope> scope, int steps) {
    this.tables = Tables.of(definition);
    this.repertoire =
        new Repertoire(tables, scope.contains(Scope.OTHER_APP), scope.contains(Scope.TIME));
    this.shoulds = scope.contains(Scope.SHOULD);
    this.steps = steps;
  }

  /**
   * Runs sequences until one fails, shortens that one, and runs the shortest once more, so that its
   * exchanges are the last on record.
   *
   * @param seed the same seed makes the same sequences
   * @param count how many sequences to run
   * @param subjects a user without session and preference, each time
   * @throws NoAnswer if the service does not answer; not while a failure is being shortened
   */
  public Optional<Finding> search(long seed, int count, Supplier<? extends Subject> subjects) {
    Function<Choices, Optional<Finding>> trial =
        choices ->
            new Walk(repertoire, new Oracle(tables, shoulds), subjects.get()).run(choices, steps);
    var seeds = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      Choices choices = Choices.random(seeds.nextLong());
      Optional<Finding> found = trial.apply(choices);
      if (found.isPresent()) {
        return Optional.of(
            shortest(new Shrinker<>(trial, choices, found.get(), SHRINK_ATTEMPTS), trial));
      }
    }
    return Optional.empty();
  }

  private static Finding shortest(
      Shrinker<Finding> shrinker, Function<Choices, Optional<Finding>> trial) {
    try {
      shrinker.shrink();
      return trial
          .apply(Choices.replay(shrinker.simplest().drawn()))
          .orElseGet(() -> shrinker.failure().notEveryTime());
    } catch (NoAnswer e) {
      return shrinker.failure(); // what was found stands, though nobody answers any more
    }
  }
}
