package dev.rollcall.strength;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which checks call which operation: those that notice when its answers do not get through.
 *
 * @param byOperation ids of checks; an operation that is not in it may be called by all
 */
record Callers(Map<String, Set<String>> byOperation) {
  private static final String BATCH = "batch";

  /** Nothing is known: every check may call every operation. */
  static Callers all() {
    return new Callers(Map.of());
  }

  /**
   * @param ofTheWire what became of the whole catalogue under faults of the wire
   */
  static Callers seenIn(List<Trial> ofTheWire) {
    Map<String, Set<String>> callers = new TreeMap<>();
    for (Trial trial : ofTheWire) {
      if (!trial.fault().isSlow()) {
        callers
            .computeIfAbsent(trial.fault().operation(), operation -> new TreeSet<>())
            .addAll(trial.killedBy());
      }
    }
    return new Callers(callers);
  }

  /** The checks to try a fault on; none named means all. */
  List<String> of(Seeded fault) {
    if (!byOperation.containsKey(fault.operation())) {
      return List.of();
    }
    Set<String> callers = new TreeSet<>(byOperation.get(fault.operation()));
    // A part of a batch is a call, too.
    callers.addAll(byOperation.getOrDefault(BATCH, Set.of()));
    return List.copyOf(callers);
  }
}
