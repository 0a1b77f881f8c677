package dev.rollcall.contract;

import dev.rollcall.contract.ask.Deviation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One promise tried in many places: runs through all, then names the first that fails and how many
 * do.
 */
final class Matrix {
  private Matrix() {}

  static <T> void over(Collection<T> cells, Consumer<T> judgement) {
    if (cells.isEmpty()) {
      throw new IllegalStateException("a matrix without cells cannot fail");
    }
    List<String> failed = new ArrayList<>();
    List<Deviation> deviations = new ArrayList<>();
    for (T cell : cells) {
      try {
        judgement.accept(cell);
      } catch (Deviation deviation) {
        failed.add(cell.toString());
        deviations.add(deviation);
      }
    }
    if (!deviations.isEmpty()) {
      Deviation first = deviations.get(0);
      throw new Deviation(
          first.expected() + " (" + failed.get(0) + ")",
          first.actual() + "; " + failed.size() + " of " + cells.size() + " fail");
    }
  }

  /**
   * The same, each cell with a value of its own as long as there are enough, so that no cell can
   * live on what another did.
   */
  static <T, V> void over(Collection<T> cells, List<V> values, BiConsumer<T, V> judgement) {
    Iterator<V> turn = Stream.generate(() -> values).flatMap(List::stream).iterator();
    over(cells, cell -> judgement.accept(cell, turn.next()));
  }
}
