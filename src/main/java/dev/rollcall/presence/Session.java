package dev.rollcall.presence;

import java.time.Instant;
import java.util.List;

/**
 * An application's statement of a user's presence. It holds on {@code [setAt, expiresAt)} and, when
 * Available, fades within it.
 *
 * @param app the application whose session it is
 * @param fadesFrom from when the time-out counts
 */
record Session(String app, State state, Instant setAt, Instant fadesFrom, Instant expiresAt) {

  boolean isOver(Instant now, Rules rules) {
    return switch (rules.decision(Decision.SessionEnd.class)) {
      case WHEN_DUE -> !now.isBefore(expiresAt);
      case NEVER -> false;
    };
  }

  /** The state after what time has done to it. */
  State at(Instant now, Rules rules) {
    if (!fades(rules)) {
      return state;
    }
    if (!now.isBefore(fadesFrom.plus(rules.span(Span.FADE_TO_AWAY)))) {
      return State.AWAY;
    }
    return now.isBefore(fadesFrom.plus(rules.span(Span.FADE_TO_INACTIVE))) ? state : State.INACTIVE;
  }

  /** The moments at which it may show something else. */
  List<Instant> edges(Rules rules) {
    return List.of(
        fadesFrom.plus(rules.span(Span.FADE_TO_INACTIVE)),
        fadesFrom.plus(rules.span(Span.FADE_TO_AWAY)),
        expiresAt);
  }

  private boolean fades(Rules rules) {
    return switch (rules.decision(Decision.Fading.class)) {
      case AVAILABLE_ONLY -> state.availability().equals("Available");
      case BUSY_TOO -> List.of("Available", "Busy").contains(state.availability());
      case NONE -> false;
    };
  }
}
