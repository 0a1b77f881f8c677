package dev.rollcall.presence;

import java.util.Optional;
import java.util.Set;

/**
 * What a person's plan of working hours says about where they work. No operation of the service
 * does this.
 *
 * @param place empty when the plan says nothing
 */
public record PlanLocation(Optional<Place> place) implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    Locations rest = before.locations().without(Set.of(LocationSource.SCHEDULED));
    return before.withLocations(
        place.map(each -> rest.with(LocationSource.SCHEDULED, each)).orElse(rest));
  }
}
