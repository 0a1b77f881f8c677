package dev.rollcall.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who calls a {@link Stranger}, as the token says: a user by an application, an application, or, by
 * an opaque token, somebody who is trusted with everything but has no {@code /me}.
 *
 * @param app the calling application, if the token names one
 * @param user who is signed in
 * @param permissions scopes or roles; empty for an opaque token
 */
record StrangersCaller(
    Optional<String> app, Optional<String> user, Optional<List<String>> permissions) {

  /** Empty for a header that brings no token. */
  static Optional<StrangersCaller> of(String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.startsWith("Bearer ") && header.length() > "Bearer ".length())
        .map(header -> ofToken(header.substring("Bearer ".length())));
  }

  private static StrangersCaller ofToken(String token) {
    String[] parts = token.split("\\.");
    if (parts.length < 2) {
      return new StrangersCaller(Optional.empty(), Optional.empty(), Optional.empty());
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(parts[1]);
      return ofClaims(JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8)));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Stranger.No(401);
    }
  }

  private static StrangersCaller ofClaims(JsonNode claims) {
    Optional<String> app = text(claims, "appid");
    return claims.has("scp")
        ? new StrangersCaller(
            app,
            text(claims, "oid"),
            Optional.of(List.of(claims.get("scp").asString("").split(" "))))
        : new StrangersCaller(
            app,
            Optional.empty(),
            Optional.of(
                StreamSupport.stream(claims.path("roles").spliterator(), false)
                    .map(role -> role.asString(""))
                    .toList()));
  }

  private static Optional<String> text(JsonNode claims, String name) {
    return Optional.ofNullable(claims.get(name)).map(JsonNode::asString);
  }

  boolean mayRead(String id) {
    return permissions.isEmpty()
        || has("Presence.Read.All")
        || is(id) && (has("Presence.Read") || has("Presence.ReadWrite"));
  }

  /** A user writes nobody else. */
  boolean mayWrite(String id) {
    return permissions.isEmpty()
        || user.isEmpty() && has("Presence.ReadWrite.All")
        || is(id) && has("Presence.ReadWrite");
  }

  boolean is(String id) {
    return user.map(own -> key(own).equals(key(id))).orElse(false);
  }

  /** Sessions are the calling application's. */
  boolean owns(String session) {
    return app.map(own -> key(own).equals(key(session))).orElse(true);
  }

  private boolean has(String permission) {
    return permissions.orElseThrow().contains(permission);
  }

  private static String key(String id) {
    return id.toUpperCase(Locale.ROOT);
  }
}
