package dev.rollcall.presence;

import java.util.Optional;

/** Takes away what devices say about where a person works. */
public record ClearAutomaticLocation() implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return before.withLocations(
        before.locations().without(rules.locations().removedBy(LocationRules.Act.CLEAR_AUTOMATIC)));
  }
}
