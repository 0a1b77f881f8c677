package dev.rollcall.presence;

/** A pair of availability and activity, spelled as on the wire. */
public record State(String availability, String activity) {
  /** What shows when nothing else does. */
  public static final State OFFLINE = new State("Offline", "Offline");

  static final State INACTIVE = new State("Available", "AvailableInactive");
  static final State AWAY = new State("Away", "Away");

  @Override
  public String toString() {
    return availability + "/" + activity;
  }
}
