package dev.rollcall.fake.call;

import dev.rollcall.presence.AccessRules;
import dev.rollcall.presence.Deed;
import dev.rollcall.presence.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls, as far as the token tells.
 *
 * @param kind what the token is held to
 * @param scopes the permissions about presence that it carries
 * @param oid the signed-in user; empty when the token names none
 * @param appId the program; empty when the token names none
 * @param application by which requests of one program are told from another's: the program's id, or
 *     the token itself
 * @param tenant the organisation; empty text when the token names none
 * @param expiry when the token ends, if it says so
 */
public record Caller(
    Kind kind,
    Set<Scope> scopes,
    Optional<UUID> oid,
    Optional<String> appId,
    String application,
    String tenant,
    Optional<Instant> expiry) {
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

  /** What a token is held to. */
  public enum Kind {
    /** It says nothing that can be read, and may do everything. */
    OPAQUE,
    /** It says who calls and names no permissions, and may do everything. */
    UNLIMITED,
    /** A program in the name of a signed-in user. */
    DELEGATED,
    /** A program in its own name. */
    APPLICATION
  }

  public static Caller opaque(String token) {
    return new Caller(
        Kind.OPAQUE, Set.of(), Optional.empty(), Optional.empty(), token, "", Optional.empty());
  }

  public boolean isApplication() {
    return kind == Kind.APPLICATION;
  }

  /** Whether the token is held to the permissions that it carries. */
  public boolean isLimited() {
    return kind == Kind.DELEGATED || kind == Kind.APPLICATION;
  }

  /** Whether this is somebody's own account, of no organisation. */
  public boolean isPersonal() {
    return tenant.equalsIgnoreCase(PERSONAL);
  }

  public boolean may(Deed deed, AccessRules rules) {
    return switch (kind) {
      case OPAQUE, UNLIMITED -> true;
      case DELEGATED -> anyOf(rules.delegated().getOrDefault(deed, Set.of()));
      case APPLICATION -> anyOf(rules.application().getOrDefault(deed, Set.of()));
    };
  }

  private boolean anyOf(Set<Scope> enough) {
    return !Collections.disjoint(scopes, enough);
  }

  /** The same caller, allowed everything. */
  public Caller unlimited() {
    return new Caller(Kind.UNLIMITED, Set.of(), oid, appId, application, tenant, expiry);
  }

  /** The same caller in an organisation. */
  public Caller organised() {
    return new Caller(kind, scopes, oid, appId, application, "", expiry);
  }
}
