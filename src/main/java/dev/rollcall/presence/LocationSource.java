package dev.rollcall.presence;

/** The layers in which a location can be said, and {@link #NONE} where nothing is. */
public enum LocationSource {
  NONE("none"),
  /** The person said so. */
  MANUAL("manual"),
  /** The person's plan of working hours says so. */
  SCHEDULED("scheduled"),
  /** A device found out. */
  AUTOMATIC("automatic");

  private final String text;

  LocationSource(String text) {
    this.text = text;
  }

  /** The value as it is sent. */
  public String text() {
    return text;
  }
}
