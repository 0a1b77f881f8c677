package dev.rollcall.presence;

import java.util.Optional;
import java.util.stream.Stream;

/** The activities that this domain sets or shows; facts file, section 1.2. */
public enum Activity {
  AVAILABLE("Available"),
  AVAILABLE_INACTIVE("AvailableInactive"),
  AWAY("Away"),
  BE_RIGHT_BACK("BeRightBack"),
  BUSY("Busy"),
  DO_NOT_DISTURB("DoNotDisturb"),
  FOCUSING("Focusing"),
  IN_A_CALL("InACall"),
  IN_A_CONFERENCE_CALL("InAConferenceCall"),
  IN_A_MEETING("InAMeeting"),
  OFFLINE("Offline"),
  OFF_WORK("OffWork"),
  OUT_OF_OFFICE("OutOfOffice"),
  PRESENCE_UNKNOWN("PresenceUnknown"),
  PRESENTING("Presenting"),
  URGENT_INTERRUPTIONS_ONLY("UrgentInterruptionsOnly");

  private final String text;

  Activity(String text) {
    this.text = text;
  }

  /** The value as it is sent, with a capital first letter. */
  public String text() {
    return text;
  }

  /** The activity of that exact spelling, if there is one. */
  public static Optional<Activity> of(String text) {
    return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
  }
}
