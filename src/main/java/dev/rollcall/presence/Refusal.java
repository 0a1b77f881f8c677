package dev.rollcall.presence;

/** Why a write was not taken. */
public record Refusal(Kind kind, String sentence) {
  /** The two ways in which a write can be wrong. */
  public enum Kind {
    INVALID,
    NOT_FOUND
  }

  static Refusal invalid(String sentence) {
    return new Refusal(Kind.INVALID, sentence);
  }

  static Refusal notFound(String sentence) {
    return new Refusal(Kind.NOT_FOUND, sentence);
  }

  static Refusal required(WriteRules.Member member) {
    return invalid(member.text() + " is required.");
  }
}
