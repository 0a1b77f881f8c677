package dev.rollcall.target;

/** A token. Prints as stars; only {@link #reveal} gives it away. */
public final class Secret {
  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /** The token itself, for the Authorization header and for finding it in what is recorded. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
