package dev.rollcall.contract;

import dev.rollcall.definition.Combination;
import java.util.Locale;

/** Availability and activity, compared by value: pages print camelCase, the wire PascalCase. */
record Pair(String availability, String activity) {
  static final Pair AVAILABLE = new Pair("Available", "Available");
  static final Pair INACTIVE = new Pair("Available", "AvailableInactive");
  static final Pair IN_A_CALL = new Pair("Busy", "InACall");
  static final Pair IN_A_CONFERENCE_CALL = new Pair("Busy", "InAConferenceCall");
  static final Pair BUSY = new Pair("Busy", "Busy");
  static final Pair AWAY = new Pair("Away", "Away");
  static final Pair PRESENTING = new Pair("DoNotDisturb", "Presenting");
  static final Pair DO_NOT_DISTURB = new Pair("DoNotDisturb", "DoNotDisturb");
  static final Pair BE_RIGHT_BACK = new Pair("BeRightBack", "BeRightBack");
  static final Pair OFFLINE = new Pair("Offline", "Offline");
  static final Pair OFF_WORK = new Pair("Offline", "OffWork");

  /** A pair of the definition, spelled as on the wire. */
  static Pair of(Combination combination) {
    return new Pair(pascal(combination.availability()), pascal(combination.activity()));
  }

  boolean matches(String otherAvailability, String otherActivity) {
    return pascal(otherAvailability).equals(availability) && pascal(otherActivity).equals(activity);
  }

  static String pascal(String value) {
    return value.isEmpty()
        ? value
        : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
  }

  @Override
  public String toString() {
    return availability + "/" + activity;
  }
}
