package dev.rollcall.presence;

import java.util.List;
import java.util.Optional;

/** Takes back all that was ever said of a person. No operation of the service does this. */
public record Forget() implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return new Presence(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OutOfOffice.NO,
        before.locations().shown() ? Locations.NOWHERE : Locations.UNTOUCHED,
        before.stamp(),
        before.at());
  }
}
