package dev.rollcall.fake.call;

import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/** How much of one thing has to be changed to have another. */
public final class EditDistance {
  private EditDistance() {}

  /** In letters. */
  public static int of(String one, String other) {
    return of(
        letters(one), letters(other), letter -> 1, (left, right) -> left.equals(right) ? 0 : 1);
  }

  private static List<Integer> letters(String text) {
    return text.chars().boxed().toList();
  }

  /**
   * @param gap what it costs to leave one out or put one in
   * @param change what it costs to put one in the place of another
   */
  public static <T> int of(
      List<T> from, List<T> to, ToIntFunction<T> gap, ToIntBiFunction<T, T> change) {
    int[] above = new int[to.size() + 1];
    for (int j = 1; j <= to.size(); j++) {
      above[j] = above[j - 1] + gap.applyAsInt(to.get(j - 1));
    }
    for (T each : from) {
      int[] row = new int[above.length];
      row[0] = above[0] + gap.applyAsInt(each);
      for (int j = 1; j <= to.size(); j++) {
        T other = to.get(j - 1);
        int changed = above[j - 1] + change.applyAsInt(each, other);
        int leftOut = above[j] + gap.applyAsInt(each);
        int putIn = row[j - 1] + gap.applyAsInt(other);
        row[j] = Math.min(changed, Math.min(leftOut, putIn));
      }
      above = row;
    }
    return above[to.size()];
  }
}
