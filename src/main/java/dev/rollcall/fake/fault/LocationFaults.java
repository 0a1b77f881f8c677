package dev.rollcall.fake.fault;

import static dev.rollcall.presence.LocationSource.AUTOMATIC;
import static dev.rollcall.presence.LocationSource.MANUAL;
import static dev.rollcall.presence.LocationSource.SCHEDULED;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.ClearAutomaticLocation;
import dev.rollcall.presence.ClearLocation;
import dev.rollcall.presence.LocationRules;
import dev.rollcall.presence.LocationRules.Act;
import dev.rollcall.presence.LocationRules.PlaceId;
import dev.rollcall.presence.LocationRules.Source;
import dev.rollcall.presence.LocationRules.Unknown;
import dev.rollcall.presence.LocationRules.Unspecified;
import dev.rollcall.presence.LocationSource;
import dev.rollcall.presence.SetAutomaticLocation;
import dev.rollcall.presence.SetManualLocation;
import dev.rollcall.presence.Write;
import dev.rollcall.presence.WriteRules;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rule faults of the layers of locations. */
final class LocationFaults {
  private LocationFaults() {}

  static Stream<Fault> all() {
    return Stream.of(orders(), removals(), ignored(), values()).flatMap(each -> each);
  }

  private static Stream<Fault> orders() {
    return Stream.of(
        order("manual-location-loses-to-automatic", AUTOMATIC, MANUAL, SCHEDULED),
        order("manual-location-loses-to-scheduled", SCHEDULED, MANUAL, AUTOMATIC),
        order("automatic-location-loses-to-scheduled", MANUAL, SCHEDULED, AUTOMATIC));
  }

  private static Fault order(String id, LocationSource... order) {
    return locations(
        id,
        "the strongest layer of locations is %s, then %s"
            .formatted(order[0].text(), order[1].text()),
        rules -> rules.withOrder(List.of(order)));
  }

  private static Stream<Fault> removals() {
    return Stream.of(
        removes("manual-location-clears-scheduled", Act.SET_MANUAL, SCHEDULED),
        removes("automatic-location-clears-manual", Act.SET_AUTOMATIC, MANUAL),
        removes("automatic-location-clears-scheduled", Act.SET_AUTOMATIC, SCHEDULED),
        removes("clear-automatic-location-clears-manual", Act.CLEAR_AUTOMATIC, AUTOMATIC, MANUAL),
        removes(
            "clear-automatic-location-clears-scheduled", Act.CLEAR_AUTOMATIC, AUTOMATIC, SCHEDULED),
        removes("clear-location-leaves-manual", Act.CLEAR, AUTOMATIC),
        removes("clear-location-leaves-automatic", Act.CLEAR, MANUAL),
        removes("clear-location-clears-scheduled", Act.CLEAR, MANUAL, AUTOMATIC, SCHEDULED));
  }

  private static Fault removes(String id, Act act, LocationSource... layers) {
    return locations(
        id,
        "a write of the location empties other layers than it should",
        rules -> rules.removing(act, Set.of(layers)));
  }

  private static Stream<Fault> ignored() {
    return Stream.of(
        ignored(GraphOperation.SET_MANUAL_LOCATION, SetManualLocation.class),
        ignored(GraphOperation.SET_AUTOMATIC_LOCATION, SetAutomaticLocation.class),
        ignored(GraphOperation.CLEAR_AUTOMATIC_LOCATION, ClearAutomaticLocation.class),
        ignored(GraphOperation.CLEAR_LOCATION, ClearLocation.class));
  }

  private static Fault ignored(GraphOperation operation, Class<? extends Write> write) {
    return new RuleFault(
        Slug.of(operation.text()) + "-changes-nothing",
        operation.text() + " answers success and does nothing",
        rules -> rules.writes(writes -> writes.ignoring(write)));
  }

  private static Stream<Fault> values() {
    return Stream.of(
        locations(
            "location-source-always-manual",
            "every location is shown as said by hand",
            rules -> rules.withSource(Source.ALWAYS_MANUAL)),
        locations(
            "location-source-always-automatic",
            "every location is shown as found by a device",
            rules -> rules.withSource(Source.ALWAYS_AUTOMATIC)),
        locations(
            "location-source-always-none",
            "every location is shown as said by nobody",
            rules -> rules.withSource(Source.ALWAYS_NONE)),
        locations(
            "place-id-hidden",
            "a location is shown without the id of its place",
            rules -> rules.withPlaceId(PlaceId.NEVER_SHOWN)),
        locations(
            "place-id-kept",
            "a location without an id of a place keeps the last one",
            rules -> rules.withPlaceId(PlaceId.KEPT_WHEN_ABSENT)),
        locations(
            "location-unspecified-ignored",
            "setting unspecified as location changes nothing",
            rules -> rules.withUnspecified(Unspecified.CHANGES_NOTHING)),
        locations(
            "location-type-unknown-accepted",
            "a type of location that does not exist is taken as unspecified",
            rules -> rules.withUnknown(Unknown.TAKEN_AS_UNSPECIFIED)),
        new RuleFault(
            "location-type-optional",
            "a location without a type is unspecified",
            rules -> rules.writes(writes -> writes.without(WriteRules.Member.WORK_LOCATION_TYPE))));
  }

  private static Fault locations(
      String id, String description, UnaryOperator<LocationRules> change) {
    return new RuleFault(id, description, rules -> rules.locations(change));
  }
}
