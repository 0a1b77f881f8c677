package dev.rollcall.contract.model;

import dev.rollcall.definition.Combination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How sessions and a preference become one visible pair, or one of several where sources leave it
 * open.
 *
 * @param shoulds whether what merely should be is judged too
 */
record Aggregate(boolean shoulds) {
  /** As activity: whatever it is. */
  static final String ANY = "any";

  static final Combination AVAILABLE = new Combination("Available", "Available");

  static final Duration TO_INACTIVE = Duration.ofMinutes(5); // S-101
  static final Duration TO_AWAY = Duration.ofMinutes(10); // S-102

  /** The strongest first: S-112 to S-114. */
  private static final List<String> RANKS = List.of("DoNotDisturb", "Busy", "Available", "Away");

  private static final Combination INACTIVE = new Combination("Available", "AvailableInactive");
  private static final Combination AWAY = new Combination("Away", "Away");
  private static final Combination OFFLINE = new Combination("Offline", "Offline");
  private static final Combination SOMEHOW_OFFLINE = new Combination("Offline", ANY);

  /** What one session may show, and the rank it may have with that. */
  record Shown(Combination pair, String rank) {
    static Shown of(Combination pair) {
      return new Shown(pair, pair.availability());
    }

    private int place() {
      return RANKS.indexOf(rank);
    }
  }

  /** What a session may show while it lives. */
  List<Shown> states(Fact<Combination> session, Moment now) {
    if (!session.what().equals(AVAILABLE)) {
      return List.of(Shown.of(session.what())); // S-104 to S-106
    }
    Moment age = now.since(session.since());
    List<Shown> states = new ArrayList<>();
    if (age.mayBeBefore(TO_INACTIVE)) {
      states.add(Shown.of(AVAILABLE));
    }
    if (age.mayHaveReached(TO_INACTIVE) && age.mayBeBefore(TO_AWAY)) {
      states.add(Shown.of(INACTIVE));
    }
    if (age.mayHaveReached(TO_AWAY)) {
      states.add(Shown.of(AWAY));
      if (!shoulds) {
        states.add(new Shown(AWAY, AVAILABLE.availability())); // S-118
      }
    }
    return states;
  }

  /** What may be seen of these sessions, which all live, and this preference. */
  List<Combination> visible(List<Shown> live, Optional<Combination> preferred) {
    if (live.isEmpty()) {
      // S-135 and Q-04 with a preference, S-120 and S-108 without
      return List.of(shoulds && preferred.isEmpty() ? OFFLINE : SOMEHOW_OFFLINE);
    }
    if (preferred.isPresent()) {
      boolean hidden = preferred.get().availability().equals(OFFLINE.availability());
      return List.of(hidden && !shoulds ? SOMEHOW_OFFLINE : preferred.get()); // S-134, S-247
    }
    int strongest = live.stream().mapToInt(Shown::place).min().orElseThrow();
    return live.stream()
        .filter(each -> each.place() == strongest) // S-117; ties: Q-03
        .map(Shown::pair)
        .toList();
  }
}
