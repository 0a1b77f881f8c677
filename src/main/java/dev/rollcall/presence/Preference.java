package dev.rollcall.presence;

import java.time.Instant;

/**
 * The pair a person wants shown.
 *
 * @param expiresAt the first instant at which it no longer counts
 */
public record Preference(Pair pair, Instant expiresAt) {

  boolean endedBy(Instant now, Rules rules) {
    return !now.isBefore(end(rules));
  }

  Instant end(Rules rules) {
    return Life.end(expiresAt, rules.preferences().overstay());
  }
}
