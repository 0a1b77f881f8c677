package dev.rollcall.presence;

import java.util.Optional;

/** Says where a person works, over all that devices and plans say. */
public record SetManualLocation(Optional<WorkLocationType> type, Optional<String> placeId)
    implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Layer.refusal(type, rules);
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return new Layer(LocationSource.MANUAL, LocationRules.Act.SET_MANUAL)
        .filled(before, type, placeId, rules.locations());
  }
}
