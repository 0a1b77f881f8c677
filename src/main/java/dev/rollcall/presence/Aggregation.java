package dev.rollcall.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What sessions and a preference add up to (facts 3.2, 3.4 and 3.8). */
final class Aggregation {
  private Aggregation() {}

  static State of(
      Collection<Session> live,
      Optional<Preference> preference,
      OutOfOffice outOfOffice,
      Instant now,
      Rules rules) {
    State state =
        preference
            .filter(held -> !held.isOver(now, rules) && shows(!live.isEmpty(), rules))
            .map(Preference::state)
            .orElseGet(() -> winner(List.copyOf(live), now, rules));
    boolean available = state.equals(new State("Available", "Available"));
    return outOfOffice.isOutOfOffice() && available ? new State("Available", "OutOfOffice") : state;
  }

  private static boolean shows(boolean hasSession, Rules rules) {
    return switch (rules.decision(Decision.PreferenceScope.class)) {
      case WITH_A_SESSION -> hasSession;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  private static State winner(List<Session> live, Instant now, Rules rules) {
    if (live.isEmpty()) {
      return State.OFFLINE;
    }
    State first = live.get(0).at(now, rules);
    State latest = live.get(live.size() - 1).at(now, rules);
    State winner =
        switch (rules.decision(Decision.Winner.class)) {
          case HIGHEST_RANK -> highest(live, now, rules);
          case FIRST_SET -> first;
          case LATEST_SET -> latest;
        };
    return switch (rules.decision(Decision.PairSource.class)) {
      case ONE_SESSION -> winner;
      case MIXED -> new State(winner.availability(), latest.activity());
    };
  }

  /** Of equals, the one set last. */
  private static State highest(List<Session> live, Instant now, Rules rules) {
    Comparator<Session> byRank =
        Comparator.comparing(session -> -rules.rank(session.at(now, rules).availability()));
    return live.stream()
        .max(byRank.thenComparing(Session::setAt).thenComparing(live::indexOf))
        .orElseThrow()
        .at(now, rules);
  }
}
