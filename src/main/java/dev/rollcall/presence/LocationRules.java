package dev.rollcall.presence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How layers of locations are set, cleared and shown; facts file, sections 1.5 and 2.9.
 *
 * @param order the layer that wins over all others first
 * @param removes the layers that each write empties, beside the one it fills
 * @param source which layer is named as the source of what is shown
 * @param placeId what becomes of the id of a place
 * @param unspecified what setting {@code unspecified} does
 * @param unknown what a type that does not exist meets
 */
public record LocationRules(
    List<LocationSource> order,
    Map<Act, Set<LocationSource>> removes,
    Source source,
    PlaceId placeId,
    Unspecified unspecified,
    Unknown unknown) {

  /** The four writes. */
  public enum Act {
    SET_MANUAL,
    SET_AUTOMATIC,
    CLEAR_AUTOMATIC,
    CLEAR
  }

  /** Which layer is named as the source of what is shown. */
  public enum Source {
    ITS_LAYER,
    ALWAYS_MANUAL,
    ALWAYS_AUTOMATIC,
    ALWAYS_NONE
  }

  /** What becomes of the id of a place. */
  public enum PlaceId {
    AS_SET,
    NEVER_SHOWN,
    /** A set without one leaves that of the set before. */
    KEPT_WHEN_ABSENT
  }

  /** What setting {@code unspecified} does. */
  public enum Unspecified {
    IS_A_TYPE,
    CHANGES_NOTHING
  }

  /** What a type that does not exist meets. */
  public enum Unknown {
    REFUSED,
    TAKEN_AS_UNSPECIFIED
  }

  static LocationRules documented() {
    return new LocationRules(
        List.of(LocationSource.MANUAL, LocationSource.AUTOMATIC, LocationSource.SCHEDULED),
        Map.of(
            Act.SET_MANUAL, Set.of(),
            Act.SET_AUTOMATIC, Set.of(),
            Act.CLEAR_AUTOMATIC, Set.of(LocationSource.AUTOMATIC),
            Act.CLEAR, Set.of(LocationSource.MANUAL, LocationSource.AUTOMATIC)),
        Source.ITS_LAYER,
        PlaceId.AS_SET,
        Unspecified.IS_A_TYPE,
        Unknown.REFUSED);
  }

  Set<LocationSource> removedBy(Act act) {
    return removes.getOrDefault(act, Set.of());
  }

  WorkLocation shown(LocationSource layer, Place place) {
    LocationSource named =
        switch (source) {
          case ITS_LAYER -> layer;
          case ALWAYS_MANUAL -> LocationSource.MANUAL;
          case ALWAYS_AUTOMATIC -> LocationSource.AUTOMATIC;
          case ALWAYS_NONE -> LocationSource.NONE;
        };
    return switch (placeId) {
      case AS_SET, KEPT_WHEN_ABSENT -> new WorkLocation(named, place);
      case NEVER_SHOWN -> new WorkLocation(named, new Place(place.type(), Optional.empty()));
    };
  }

  public LocationRules withOrder(List<LocationSource> value) {
    return new LocationRules(value, removes, source, placeId, unspecified, unknown);
  }

  /** These rules, with other layers emptied by one write. */
  public LocationRules removing(Act act, Set<LocationSource> value) {
    Map<Act, Set<LocationSource>> all = new EnumMap<>(removes);
    all.put(act, value);
    return new LocationRules(order, all, source, placeId, unspecified, unknown);
  }

  public LocationRules withSource(Source value) {
    return new LocationRules(order, removes, value, placeId, unspecified, unknown);
  }

  public LocationRules withPlaceId(PlaceId value) {
    return new LocationRules(order, removes, source, value, unspecified, unknown);
  }

  public LocationRules withUnspecified(Unspecified value) {
    return new LocationRules(order, removes, source, placeId, value, unknown);
  }

  public LocationRules withUnknown(Unknown value) {
    return new LocationRules(order, removes, source, placeId, unspecified, value);
  }
}
