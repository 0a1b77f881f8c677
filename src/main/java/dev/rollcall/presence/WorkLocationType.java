package dev.rollcall.presence;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a person works; facts file, section 1.5. */
public enum WorkLocationType {
  UNSPECIFIED("unspecified"),
  OFFICE("office"),
  REMOTE("remote"),
  TIME_OFF("timeOff");

  private final String text;

  WorkLocationType(String text) {
    this.text = text;
  }

  /** The value as it is sent. */
  public String text() {
    return text;
  }

  /**
   * The type of that exact spelling, if there is one; {@code unknownFutureValue} only marks what a
   * reader does not know and is no type.
   */
  public static Optional<WorkLocationType> of(String text) {
    return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
  }
}
