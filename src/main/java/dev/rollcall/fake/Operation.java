package dev.rollcall.fake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operations of the API: method, paths below the version segment, and the family that answers
 * them.
 */
enum Operation {
  GET_PRESENCE("getPresence", "GET", Family.READS, ""),
  GET_PRESENCES_BY_USER_ID("getPresencesByUserId", "POST", Family.BATCH_READS, ""),
  SET_PRESENCE("setPresence", "POST", Family.SESSIONS, "/setPresence"),
  CLEAR_PRESENCE("clearPresence", "POST", Family.SESSIONS, "/clearPresence"),
  SET_USER_PREFERRED_PRESENCE(
      "setUserPreferredPresence", "POST", Family.PREFERENCES, "/setUserPreferredPresence"),
  CLEAR_USER_PREFERRED_PRESENCE(
      "clearUserPreferredPresence", "POST", Family.PREFERENCES, "/clearUserPreferredPresence"),
  SET_STATUS_MESSAGE("setStatusMessage", "POST", Family.STATUS_MESSAGES, "/setStatusMessage");

  /** Operations that one transformer answers. */
  enum Family {
    READS,
    BATCH_READS,
    SESSIONS,
    PREFERENCES,
    STATUS_MESSAGES;

    String transformer() {
      return "rollcall-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final List<String> BINDINGS =
      List.of("/me/presence", "/users/{id}/presence", "/communications/presences/{id}");

  private final String id;
  private final String method;
  private final Family family;
  private final String suffix;

  Operation(String id, String method, Family family, String suffix) {
    this.id = id;
    this.method = method;
    this.family = family;
    this.suffix = suffix;
  }

  /** The name on the pages. */
  String id() {
    return id;
  }

  String method() {
    return method;
  }

  Family family() {
    return family;
  }

  /** Whether success has a body. */
  boolean isRead() {
    return family == Family.READS || family == Family.BATCH_READS;
  }

  /** Every path on which it is offered. */
  Stream<String> paths() {
    return this == GET_PRESENCES_BY_USER_ID
        ? Stream.of("/communications/getPresencesByUserId")
        : BINDINGS.stream().map(binding -> binding + suffix);
  }

  static Operation named(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst().orElseThrow();
  }
}
