package dev.rollcall.fake;

import tools.jackson.databind.JsonNode;

/**
 * What a user was told.
 *
 * @param session the pair of the one session; empty when there is none
 * @param preferred the value of the preference; empty when there is none
 * @param message the status message; empty when there is none
 */
record InterleavedState(String session, String preferred, String message) {
  static final InterleavedState NOTHING = new InterleavedState("", "", "");

  InterleavedState withSession(String value) {
    return new InterleavedState(value, preferred, message);
  }

  InterleavedState withPreferred(String value) {
    return new InterleavedState(session, value, message);
  }

  InterleavedState withMessage(String value) {
    return new InterleavedState(session, preferred, value);
  }

  /** What everybody reads of it: without a session a preference does not show. */
  String shown() {
    if (session.isEmpty()) {
      return shown("Offline/Offline", message);
    }
    return shown(preferred.isEmpty() ? session : preferred + "/" + preferred, message);
  }

  /** What a presence says, in the same form. */
  static String shownBy(JsonNode presence) {
    String pair =
        presence.path("availability").asString("") + "/" + presence.path("activity").asString("");
    return shown(pair, presence.path("statusMessage").path("message").path("content").asString(""));
  }

  private static String shown(String pair, String message) {
    return pair + " '" + message + "'";
  }
}
