package dev.rollcall.definition;

import java.util.Optional;

/** A pair of availability and activity that an operation accepts, as printed. */
public record Combination(String availability, String activity) {

  /** The value of the property of that name; empty for any but availability and activity. */
  public Optional<String> half(String property) {
    return switch (property) {
      case "availability" -> Optional.of(availability);
      case "activity" -> Optional.of(activity);
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return availability + "/" + activity;
  }
}
