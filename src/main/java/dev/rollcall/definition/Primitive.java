package dev.rollcall.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types that pages name without a page of their own. */
public enum Primitive {
  STRING("String", "string", null),
  BOOLEAN("Boolean", "boolean", null),
  INT32("Int32", "integer", null),
  INT64("Int64", "integer", null),
  DOUBLE("Double", "number", null),
  GUID("Guid", "string", "guid"),
  DATE_TIME_OFFSET("DateTimeOffset", "string", "date-time"),
  DURATION("Duration", "string", "duration");

  private final String printed;
  private final String jsonType;
  private final @Nullable String format;

  Primitive(String printed, String jsonType, @Nullable String format) {
    this.printed = printed;
    this.jsonType = jsonType;
    this.format = format;
  }

  /** The name as pages print it. */
  public String printed() {
    return printed;
  }

  /** What carries it in JSON: "string", "boolean", "integer" or "number". */
  public String jsonType() {
    return jsonType;
  }

  /** The form that the type alone demands: "guid", "date-time" or "duration". */
  public Optional<String> format() {
    return Optional.ofNullable(format);
  }

  /** The type of that name, in any letter case: older pages write {@code string}. */
  public static Optional<Primitive> named(String name) {
    for (Primitive each : values()) {
      if (each.printed.equalsIgnoreCase(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
