package dev.rollcall.presence;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is said about where a person works, in layers. Every layer stays until it is cleared: no
 * page says when a day ends.
 *
 * @param shown whether anything about it is visible at all
 * @param layers what each says; one that says nothing is not in it
 */
public record Locations(boolean shown, Map<LocationSource, Place> layers) {
  /** Nothing was ever said, so that a read says nothing either. */
  public static final Locations UNTOUCHED = new Locations(false, Map.of());

  /** Nothing is said, and reads say that. */
  public static final Locations NOWHERE = new Locations(true, Map.of());

  public Locations {
    layers = Map.copyOf(layers);
  }

  Optional<WorkLocation> visible(LocationRules rules) {
    return shown ? Optional.of(strongest(rules)) : Optional.empty();
  }

  private WorkLocation strongest(LocationRules rules) {
    return rules.order().stream()
        .filter(layers::containsKey)
        .findFirst()
        .map(layer -> rules.shown(layer, layers.get(layer)))
        .orElse(
            new WorkLocation(
                LocationSource.NONE, new Place(WorkLocationType.UNSPECIFIED, Optional.empty())));
  }

  Locations with(LocationSource layer, Place place) {
    Map<LocationSource, Place> all = copy();
    all.put(layer, place);
    return new Locations(true, all);
  }

  Locations without(Set<LocationSource> gone) {
    Map<LocationSource, Place> rest = copy();
    rest.keySet().removeAll(gone);
    return new Locations(true, rest);
  }

  private Map<LocationSource, Place> copy() {
    Map<LocationSource, Place> copy = new EnumMap<>(LocationSource.class);
    copy.putAll(layers);
    return copy;
  }
}
