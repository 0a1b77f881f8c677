package dev.rollcall.definition;

import java.util.Optional;

/**
 * The two ways in which a presence value is written. Pages print {@code doNotDisturb}, the service
 * sends {@code DoNotDisturb}: one value, told apart by its first letter alone.
 */
public enum Spelling {
  /** First letter raised, as sent on the wire. */
  PASCAL,
  /** First letter lowered, as resource pages print it. */
  DOCUMENTED;

  /** The value in this spelling; one that begins with no letter has only one form. */
  public String of(String value) {
    if (value.isEmpty()) {
      return value;
    }
    char first = value.charAt(0);
    char spelled = this == PASCAL ? Character.toUpperCase(first) : Character.toLowerCase(first);
    return spelled + value.substring(1);
  }

  /** How a value is written; empty when it begins with no letter. */
  public static Optional<Spelling> in(String value) {
    if (value.isEmpty() || !Character.isLetter(value.charAt(0))) {
      return Optional.empty();
    }
    return Optional.of(Character.isUpperCase(value.charAt(0)) ? PASCAL : DOCUMENTED);
  }
}
