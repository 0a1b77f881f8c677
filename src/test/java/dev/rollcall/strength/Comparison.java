package dev.rollcall.strength;

import dev.rollcall.report.result.Strength;
import dev.rollcall.report.result.Strength.Check;
import dev.rollcall.report.result.Strength.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two strengths, the day on which they were measured aside. */
record Comparison(Strength published, Strength measured) {

  /** A line for each fault or check that differs. */
  List<String> differences() {
    var lines = new ArrayList<String>();
    differences(lines, published.faults(), measured.faults(), Fault::id);
    differences(lines, published.checks(), measured.checks(), Check::id);
    return lines;
  }

  private static <T> void differences(
      List<String> lines, List<T> before, List<T> after, Function<T, String> id) {
    Map<String, T> left = new LinkedHashMap<>();
    before.forEach(each -> left.put(id.apply(each), each));
    for (T now : after) {
      T then = left.remove(id.apply(now));
      if (then == null) {
        lines.add(id.apply(now) + " is not published yet");
      } else if (!then.equals(now)) {
        lines.add("published is " + then + ", measured was " + now);
      }
    }
    left.keySet().forEach(gone -> lines.add(gone + " is published, but does not exist any more"));
  }
}
