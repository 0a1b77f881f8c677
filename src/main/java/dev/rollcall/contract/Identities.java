package dev.rollcall.contract;

import dev.rollcall.target.Identity;

/**
 * Callers of chosen permissions.
 *
 * @param app id of the calling application
 */
record Identities(String app) {
  private static final String[] EVERY_SCOPE = {
    "Presence.Read", "Presence.Read.All", "Presence.ReadWrite"
  };
  private static final String[] EVERY_ROLE = {"Presence.Read.All", "Presence.ReadWrite.All"};

  /** A user who is signed in to the calling application. */
  Identity delegated(User user, String... scopes) {
    return Identity.delegated(user.id(), app, scopes);
  }

  /** A user who permits everything. */
  Identity user(User user) {
    return delegated(user, EVERY_SCOPE);
  }

  /** The calling application, without a user. */
  Identity application(String... roles) {
    return Identity.application(app, roles);
  }

  /** The calling application, permitted everything. */
  Identity application() {
    return application(EVERY_ROLE);
  }
}
