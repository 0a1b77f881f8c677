package dev.rollcall.presence;

import java.util.Optional;

/** Ends what {@link HoldSession} said, if it still counts. */
public record EndSession(String sessionId) implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return before.withoutSession(sessionId);
  }
}
