package dev.rollcall.target;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls and what that caller may do, as the claims of a token tell it.
 *
 * @param user object id of the signed-in user; empty for an application
 * @param app id of the application
 * @param scopes delegated permissions
 * @param roles permissions of an application
 * @param tenant empty for the usual one
 */
public record Identity(
    Optional<String> user,
    String app,
    List<String> scopes,
    List<String> roles,
    Optional<String> tenant) {

  private static final String[] EVERY_SCOPE = {
    "Presence.Read", "Presence.Read.All", "Presence.ReadWrite"
  };
  private static final String[] EVERY_ROLE = {"Presence.Read.All", "Presence.ReadWrite.All"};

  /** A user who is signed in to an application and permits it everything. */
  public static Identity user(String user, String app) {
    return delegated(user, app, EVERY_SCOPE);
  }

  /** An application that is permitted everything. */
  public static Identity application(String app) {
    return application(app, EVERY_ROLE);
  }

  /** A user who is signed in to an application. */
  public static Identity delegated(String user, String app, String... scopes) {
    return new Identity(Optional.of(user), app, Arrays.asList(scopes), List.of(), Optional.empty());
  }

  /** An application without a user. */
  public static Identity application(String app, String... roles) {
    return new Identity(Optional.empty(), app, List.of(), Arrays.asList(roles), Optional.empty());
  }

  /** The same caller in another tenant. */
  public Identity in(String otherTenant) {
    return new Identity(user, app, scopes, roles, Optional.of(otherTenant));
  }

  Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    user.ifPresent(id -> claims.put("oid", id));
    claims.put("appid", app);
    tenant.ifPresent(id -> claims.put("tid", id));
    if (!scopes.isEmpty()) {
      claims.put("scp", String.join(" ", scopes));
    }
    if (!roles.isEmpty()) {
      claims.put("roles", roles);
    }
    return claims;
  }
}
