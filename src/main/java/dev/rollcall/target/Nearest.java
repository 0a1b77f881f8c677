package dev.rollcall.target;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What somebody may have meant by a name that is not known. */
public final class Nearest {
  private Nearest() {}

  /** Such as {@code ; did you mean 'allow-writes'?}; the known ones where none is near. */
  public static String to(String name, Collection<String> known) {
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(each -> distance(name, each)))
        .filter(nearest -> distance(name, nearest) <= Math.max(2, nearest.length() / 3))
        .map(nearest -> "; did you mean '" + nearest + "'?")
        .orElseGet(() -> "; known are " + String.join(", ", known.stream().sorted().toList()));
  }

  /** How many letters have to be put in, left out or changed. */
  private static int distance(String one, String other) {
    int[] row = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
