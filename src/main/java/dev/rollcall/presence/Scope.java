package dev.rollcall.presence;

import java.util.Optional;
import java.util.stream.Stream;

/** A permission that a token can carry, as a scope or as a role. */
public enum Scope {
  READ("Presence.Read"),
  READ_ALL("Presence.Read.All"),
  READ_WRITE("Presence.ReadWrite"),
  READ_WRITE_ALL("Presence.ReadWrite.All");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /** The name that stands in a token. */
  public String text() {
    return text;
  }

  /** The permission of that exact name, if it is one about presence. */
  public static Optional<Scope> of(String text) {
    return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
  }
}
