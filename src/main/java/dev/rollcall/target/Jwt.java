package dev.rollcall.target;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a bearer token says of itself; its signature is the target's business. */
record Jwt(JsonNode claims) {

  /** Empty when the token is opaque: some have dots and are no JWT. */
  static Optional<Jwt> of(Secret token) {
    String[] parts = token.reveal().split("\\.");
    if (parts.length < 2) {
      return Optional.empty();
    }
    try {
      JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
      return claims.isObject() ? Optional.of(new Jwt(claims)) : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  Optional<String> claim(String name) {
    return Optional.of(claims.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  /** The calling application. */
  Optional<String> appId() {
    return claim("appid").or(() -> claim("azp"));
  }

  /** Delegated permissions; none in the token of an application. */
  List<String> scopes() {
    return claim("scp").map(scopes -> List.of(scopes.strip().split("\\s+"))).orElse(List.of());
  }

  /** Permissions of an application. */
  List<String> roles() {
    return claims.path("roles").valueStream().map(role -> role.asString("")).toList();
  }

  /** Whether a user has signed in, for whom the application calls. */
  boolean isDelegated() {
    return !scopes().isEmpty();
  }

  /** From when on the target will refuse it. */
  Optional<Instant> ends() {
    return Optional.of(claims.path("exp"))
        .filter(JsonNode::isIntegralNumber)
        .filter(JsonNode::canConvertToLong)
        .map(seconds -> Instant.ofEpochSecond(Math.min(seconds.longValue(), 1L << 40)));
  }

  /** Who calls and with which permissions, in one line. */
  String told() {
    String who =
        isDelegated()
            ? "user " + claim("oid").orElse("of unknown id") + " of application "
            : "application ";
    List<String> permissions = isDelegated() ? scopes() : roles();
    return who
        + appId().orElse("of unknown id")
        + ", "
        + (permissions.isEmpty() ? "no permissions named" : String.join(" ", permissions))
        + ends().map(end -> ", valid until " + end).orElse("");
  }
}
