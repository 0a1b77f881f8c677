package dev.rollcall.presence;

import java.util.Optional;

/** Takes away what a person and their devices say about where they work. */
public record ClearLocation() implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return before.withLocations(
        before.locations().without(rules.locations().removedBy(LocationRules.Act.CLEAR)));
  }
}
