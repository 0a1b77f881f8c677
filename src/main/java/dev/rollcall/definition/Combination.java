package dev.rollcall.definition;

/** A pair of availability and activity that an operation accepts, as printed. */
public record Combination(String availability, String activity) {
  @Override
  public String toString() {
    return availability + "/" + activity;
  }
}
