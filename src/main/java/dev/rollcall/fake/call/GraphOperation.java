package dev.rollcall.fake.call;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations that the fake serves. */
public enum GraphOperation {
  GET_PRESENCE("getPresence", "GET"),
  GET_PRESENCES_BY_USER_ID("getPresencesByUserId", "POST"),
  SET_PRESENCE("setPresence", "POST"),
  CLEAR_PRESENCE("clearPresence", "POST"),
  SET_USER_PREFERRED_PRESENCE("setUserPreferredPresence", "POST"),
  CLEAR_USER_PREFERRED_PRESENCE("clearUserPreferredPresence", "POST"),
  SET_STATUS_MESSAGE("setStatusMessage", "POST"),
  SET_MANUAL_LOCATION("setManualLocation", "POST"),
  SET_AUTOMATIC_LOCATION("setAutomaticLocation", "POST"),
  CLEAR_AUTOMATIC_LOCATION("clearAutomaticLocation", "POST"),
  CLEAR_LOCATION("clearLocation", "POST"),
  BATCH("batch", "POST");

  private final String text;
  private final String method;

  GraphOperation(String text, String method) {
    this.text = text;
    this.method = method;
  }

  public String text() {
    return text;
  }

  public String method() {
    return method;
  }

  /** Whether it answers presences. */
  public boolean reads() {
    return this == GET_PRESENCE || this == GET_PRESENCES_BY_USER_ID;
  }

  /** Whether it is about the location. */
  public boolean locates() {
    return switch (this) {
      case SET_MANUAL_LOCATION, SET_AUTOMATIC_LOCATION, CLEAR_AUTOMATIC_LOCATION, CLEAR_LOCATION ->
          true;
      default -> false;
    };
  }

  /** Whether its body, if there is one, says nothing. */
  public boolean needsNoBody() {
    return this == CLEAR_USER_PREFERRED_PRESENCE
        || this == CLEAR_AUTOMATIC_LOCATION
        || this == CLEAR_LOCATION;
  }

  /** Whether it changes a presence and answers nothing. */
  public boolean acts() {
    return !reads() && this != BATCH;
  }

  /** Whether its path can name a user. */
  public boolean namesUser() {
    return acts() || this == GET_PRESENCE;
  }

  public static Stream<GraphOperation> all() {
    return Stream.of(values());
  }

  /**
   * The operation of that name.
   *
   * @param remedy what to send instead
   * @throws IllegalArgumentException if there is none
   */
  public static GraphOperation named(String name, String remedy) {
    return all()
        .filter(each -> each.text.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'operation' is none of %s; %s"
                        .formatted(
                            all().map(GraphOperation::text).collect(Collectors.joining(", ")),
                            remedy)));
  }

  /** The action of that name, with or without its namespace. */
  static Optional<GraphOperation> action(String segment) {
    String bare = segment.startsWith("microsoft.graph.") ? segment.substring(16) : segment;
    return all().filter(each -> each.acts() && each.text.equals(bare)).findFirst();
  }
}
