package dev.rollcall.load.question;

import java.util.List;

/** What a session says, of the pairs that may be set. */
record SessionState(String availability, String activity) {
  private static final List<SessionState> SETTABLE =
      List.of(
          new SessionState("Available", "Available"),
          new SessionState("Busy", "InACall"),
          new SessionState("Away", "Away"),
          new SessionState("Busy", "InAConferenceCall"));

  /** Another one for each request, so that a read shows which it has seen. */
  static SessionState of(long index) {
    return SETTABLE.get((int) (index % SETTABLE.size()));
  }
}
