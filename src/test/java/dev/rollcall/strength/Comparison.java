package dev.rollcall.strength;

import dev.rollcall.report.Strength;
import dev.rollcall.report.Strength.Check;
import dev.rollcall.report.Strength.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two strengths, the day on which they were measured aside, and which checks find a fault that
 * several find: checks run at the same time, and so that differs from run to run.
 */
record Comparison(Strength published, Strength measured) {

  /** A line for each fault or check that differs. */
  List<String> differences() {
    var lines = new ArrayList<String>();
    differences(lines, published.faults(), measured.faults(), Fault::id, Comparison::lasting);
    differences(lines, published.checks(), measured.checks(), Check::id, Comparison::lasting);
    return lines;
  }

  private static Object lasting(Fault fault) {
    return List.of(
        fault.family(),
        fault.operation(),
        fault.description(),
        fault.killedBy().isEmpty(),
        fault.drift(),
        fault.reason());
  }

  private static Object lasting(Check check) {
    return List.of(check.alone(), check.clauses(), check.reason());
  }

  private static <T> void differences(
      List<String> lines,
      List<T> before,
      List<T> after,
      Function<T, String> id,
      Function<T, Object> lasting) {
    Map<String, T> left = new LinkedHashMap<>();
    before.forEach(each -> left.put(id.apply(each), each));
    for (T now : after) {
      T then = left.remove(id.apply(now));
      if (then == null) {
        lines.add(id.apply(now) + " is not published yet");
      } else if (!lasting.apply(then).equals(lasting.apply(now))) {
        lines.add("published is " + then + ", measured was " + now);
      }
    }
    left.keySet().forEach(gone -> lines.add(gone + " is published, but does not exist any more"));
  }
}
