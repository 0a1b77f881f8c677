package dev.rollcall.load.question;

/**
 * What is wrong with an answer.
 *
 * @param kind in few different words, so that equal cases can be counted together
 * @param pointer to where it stands, array indices read as {@code *}; empty where that says nothing
 * @param value what stands there; empty for a member that is missing
 */
public record Flaw(String kind, String pointer, String value) {
  static Flaw of(String kind) {
    return new Flaw(kind, "", "");
  }

  /** Whether there is a place in the answer to look at. */
  public boolean hasPlace() {
    return !pointer.isEmpty();
  }
}
