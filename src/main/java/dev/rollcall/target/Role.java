package dev.rollcall.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As whom Rollcall calls a target. */
public enum Role {
  /** An application, without a user. */
  APP,
  /** Another application, whose sessions stand beside those of the first. */
  OTHER_APP,
  /** A signed-in user, whom {@code /me} is. */
  USER,
  /** Another signed-in user, who reads what the first has set. */
  OTHER_USER;

  /** Such as {@code other-app}, as {@code targets.conf} names it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> named(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
