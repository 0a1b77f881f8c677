package dev.rollcall.presence;

import dev.rollcall.presence.WriteRules.Member;
import java.util.Optional;

/** One layer of locations and the write that fills it. */
record Layer(LocationSource source, LocationRules.Act act) {

  static Optional<Refusal> refusal(Optional<WorkLocationType> type, Rules rules) {
    boolean missing =
        type.isEmpty() && rules.writes().required().contains(Member.WORK_LOCATION_TYPE);
    return missing ? Optional.of(Refusal.required(Member.WORK_LOCATION_TYPE)) : Optional.empty();
  }

  Presence filled(
      Presence before,
      Optional<WorkLocationType> asked,
      Optional<String> placeId,
      LocationRules rules) {
    WorkLocationType type = asked.orElse(WorkLocationType.UNSPECIFIED);
    boolean ignored =
        type == WorkLocationType.UNSPECIFIED
            && rules.unspecified() == LocationRules.Unspecified.CHANGES_NOTHING;
    if (ignored) {
      return before;
    }
    Locations locations = before.locations();
    Optional<String> last =
        Optional.ofNullable(locations.layers().get(source))
            .flatMap(Place::placeId)
            .filter(id -> rules.placeId() == LocationRules.PlaceId.KEPT_WHEN_ABSENT);
    return before.withLocations(
        locations
            .without(rules.removedBy(act))
            .with(source, new Place(type, placeId.or(() -> last))));
  }
}
