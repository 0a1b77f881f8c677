package dev.rollcall.fake.call;

import dev.rollcall.fake.call.Caller.Kind;
import dev.rollcall.presence.Scope;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bearer tokens. A JSON Web Token speaks by its claims, and nobody looks at its signature;
 * any other token is opaque.
 */
public final class Tokens {
  // Far more than callers of one run have; a token is read again after it was forgotten.
  private static final int MOST = 1_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Map<String, Caller> known = new ConcurrentHashMap<>();

  /** Who calls with that Authorization header; empty when it carries no bearer token. */
  Optional<Caller> caller(String authorization) {
    if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.empty();
    }
    String token = authorization.substring(7).strip();
    return token.isEmpty() ? Optional.empty() : Optional.of(read(token));
  }

  private Caller read(String token) {
    int first = token.indexOf('.');
    int second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.indexOf('.', second + 1) >= 0) {
      return Caller.opaque(token);
    }
    Caller last = known.get(token);
    if (last != null) {
      return last;
    }
    Caller caller =
        claims(token.substring(first + 1, second))
            .map(claims -> caller(claims, token))
            .orElseGet(() -> Caller.opaque(token));
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(token, caller);
    return caller;
  }

  private static Optional<JsonNode> claims(String payload) {
    try {
      JsonNode json = MAPPER.readTree(Base64.getUrlDecoder().decode(payload));
      return Optional.of(json).filter(JsonNode::isObject);
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static Caller caller(JsonNode claims, String token) {
    Optional<String> appId = text(claims, "appid").or(() -> text(claims, "azp")).map(Guid::plain);
    Optional<UUID> oid = text(claims, "oid").flatMap(Guid::of);
    Kind kind = kind(claims);
    return new Caller(
        kind,
        kind == Kind.APPLICATION ? roles(claims) : scopes(claims),
        oid,
        appId,
        appId.orElse(token),
        text(claims, "tid").orElse(""),
        Optional.of(claims.path("exp"))
            .filter(JsonNode::isNumber)
            .map(exp -> Math.min(exp.asLong(0), LATEST.getEpochSecond()))
            .map(Instant::ofEpochSecond));
  }

  private static Kind kind(JsonNode claims) {
    if (claims.path("scp").isString()) {
      return Kind.DELEGATED;
    }
    return claims.path("roles").isArray() ? Kind.APPLICATION : Kind.UNLIMITED;
  }

  private static Set<Scope> scopes(JsonNode claims) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String name : text(claims, "scp").orElse("").split(" ")) {
      Scope.of(name).ifPresent(scopes::add);
    }
    return scopes;
  }

  private static Set<Scope> roles(JsonNode claims) {
    Set<Scope> roles = EnumSet.noneOf(Scope.class);
    for (JsonNode name : claims.path("roles")) {
      Scope.of(name.asString("")).ifPresent(roles::add);
    }
    return roles;
  }

  private static Optional<String> text(JsonNode claims, String name) {
    return Optional.of(claims.path(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> !text.isBlank());
  }
}
