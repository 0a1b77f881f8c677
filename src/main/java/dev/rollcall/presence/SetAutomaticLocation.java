package dev.rollcall.presence;

import java.util.Optional;

/** Says where a device found a person to work. */
public record SetAutomaticLocation(Optional<WorkLocationType> type, Optional<String> placeId)
    implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Layer.refusal(type, rules);
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return new Layer(LocationSource.AUTOMATIC, LocationRules.Act.SET_AUTOMATIC)
        .filled(before, type, placeId, rules.locations());
  }
}
