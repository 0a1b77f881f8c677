package dev.rollcall.contract.ask;

import dev.rollcall.target.Identity;

/**
 * Callers of chosen permissions.
 *
 * @param app id of the calling application
 */
public record Identities(String app) {
  /** A user who is signed in to the calling application. */
  public Identity delegated(User user, String... scopes) {
    return Identity.delegated(user.id(), app, scopes);
  }

  /** A user who permits everything. */
  public Identity user(User user) {
    return Identity.user(user.id(), app);
  }

  /** The calling application, without a user. */
  public Identity application(String... roles) {
    return Identity.application(app, roles);
  }

  /** The calling application, permitted everything. */
  public Identity application() {
    return Identity.application(app);
  }
}
