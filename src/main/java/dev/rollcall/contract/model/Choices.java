package dev.rollcall.contract.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/**
 * The numbers by which a sequence is made, drawn at random or replayed, and recorded either way. A
 * generator may look at whatever it likes between two draws: the same numbers against the same
 * subject make the same sequence. Lower numbers should mean simpler things.
 */
final class Choices {
  private final IntUnaryOperator source;
  private final BooleanSupplier over;
  private final List<Integer> drawn = new ArrayList<>();
  private final List<Integer> steps = new ArrayList<>();

  private Choices(IntUnaryOperator source, BooleanSupplier over) {
    this.source = source;
    this.over = over;
  }

  /** Endless; the same for the same seed. */
  static Choices random(long seed) {
    return new Choices(new SplittableRandom(seed)::nextInt, () -> false);
  }

  /** These numbers, as far as they fit, then zeros. */
  static Choices replay(List<Integer> numbers) {
    Iterator<Integer> rest = List.copyOf(numbers).iterator();
    return new Choices(
        bound -> rest.hasNext() ? Math.min(rest.next(), bound - 1) : 0, () -> !rest.hasNext());
  }

  /** Begins a step, which can be left out as a whole; false if no numbers are left for one. */
  boolean step() {
    return !over.getAsBoolean() && steps.add(drawn.size());
  }

  <T> T oneOf(List<T> things) {
    int number = source.applyAsInt(things.size());
    drawn.add(number);
    return things.get(number);
  }

  List<Integer> drawn() {
    return List.copyOf(drawn);
  }

  /** Where in the numbers each step begins. */
  List<Integer> steps() {
    return List.copyOf(steps);
  }
}
