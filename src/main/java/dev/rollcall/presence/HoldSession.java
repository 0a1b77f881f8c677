package dev.rollcall.presence;

import java.time.Instant;
import java.util.Optional;

/**
 * What a signed-in client or the calendar says of a person, in a session of its own. No operation
 * of the service does this, so that no table of pairs binds it.
 *
 * @param until the first instant at which it no longer counts; empty when it stays
 */
public record HoldSession(String sessionId, Pair pair, Optional<Instant> until) implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return before.withNewest(new Session(sessionId, pair, before.at(), until.orElse(Instant.MAX)));
  }
}
