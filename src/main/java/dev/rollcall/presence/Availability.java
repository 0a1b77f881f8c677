package dev.rollcall.presence;

import java.util.Optional;
import java.util.stream.Stream;

/** The availabilities that this domain sets or shows; facts file, section 1.2. */
public enum Availability {
  AVAILABLE("Available"),
  AVAILABLE_IDLE("AvailableIdle"),
  AWAY("Away"),
  BE_RIGHT_BACK("BeRightBack"),
  BUSY("Busy"),
  BUSY_IDLE("BusyIdle"),
  DO_NOT_DISTURB("DoNotDisturb"),
  OFFLINE("Offline"),
  PRESENCE_UNKNOWN("PresenceUnknown");

  private final String text;

  Availability(String text) {
    this.text = text;
  }

  /** The value as it is sent, with a capital first letter. */
  public String text() {
    return text;
  }

  /** The availability of that exact spelling, if there is one. */
  public static Optional<Availability> of(String text) {
    return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
  }
}
