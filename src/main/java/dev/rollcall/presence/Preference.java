package dev.rollcall.presence;

import java.time.Instant;

/** The state that a user has chosen to show. It holds until {@code expiresAt}. */
record Preference(State state, Instant expiresAt) {

  boolean isOver(Instant now, Rules rules) {
    return switch (rules.decision(Decision.PreferenceEnd.class)) {
      case WHEN_DUE -> !now.isBefore(expiresAt);
      case NEVER -> false;
    };
  }
}
