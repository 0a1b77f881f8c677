package dev.rollcall.contract.ask;

import dev.rollcall.definition.Combination;
import java.util.Locale;

/** Availability and activity, compared by value: pages print camelCase, the wire PascalCase. */
public record Pair(String availability, String activity) {
  public static final Pair AVAILABLE = new Pair("Available", "Available");
  public static final Pair INACTIVE = new Pair("Available", "AvailableInactive");
  public static final Pair IN_A_CALL = new Pair("Busy", "InACall");
  public static final Pair IN_A_CONFERENCE_CALL = new Pair("Busy", "InAConferenceCall");
  public static final Pair BUSY = new Pair("Busy", "Busy");
  public static final Pair AWAY = new Pair("Away", "Away");
  public static final Pair PRESENTING = new Pair("DoNotDisturb", "Presenting");
  public static final Pair DO_NOT_DISTURB = new Pair("DoNotDisturb", "DoNotDisturb");
  public static final Pair BE_RIGHT_BACK = new Pair("BeRightBack", "BeRightBack");
  public static final Pair OFFLINE = new Pair("Offline", "Offline");
  public static final Pair OFF_WORK = new Pair("Offline", "OffWork");

  /** A pair of the definition, spelled as on the wire. */
  public static Pair of(Combination combination) {
    return new Pair(pascal(combination.availability()), pascal(combination.activity()));
  }

  public boolean matches(String otherAvailability, String otherActivity) {
    return pascal(otherAvailability).equals(availability) && pascal(otherActivity).equals(activity);
  }

  public static String pascal(String value) {
    return value.isEmpty()
        ? value
        : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
  }

  @Override
  public String toString() {
    return availability + "/" + activity;
  }
}
