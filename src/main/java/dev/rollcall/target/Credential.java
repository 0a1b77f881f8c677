package dev.rollcall.target;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a bearer token comes from. Asks for a new one before the last one ends, so that a run may
 * take longer than a token lives. Safe for use by many threads.
 */
final class Credential {
  /** A token must outlast the exchange that carries it, on clocks that differ a little. */
  private static final Duration BEFORE_ITS_END = Duration.ofMinutes(2);

  /** How long a token is used that does not tell when it ends. */
  private static final Duration OPAQUE_LIFE = Duration.ofMinutes(5);

  private final String origin;
  private final Optional<String> appId;
  private final Supplier<Secret> source;
  private final boolean renewable;
  private final InstantSource clock;
  private final Map<String, Secret> issued = new LinkedHashMap<>();
  private Secret current;
  private Instant renewAt = Instant.MAX;

  /**
   * @param origin where the token comes from, in words
   * @param appId of the calling application, where somebody has said it
   * @param source asked for every new token
   * @param renewable whether it could give another one than before
   */
  Credential(
      String origin,
      Optional<String> appId,
      Supplier<Secret> source,
      boolean renewable,
      InstantSource clock) {
    this.origin = origin;
    this.appId = appId;
    this.source = source;
    this.renewable = renewable;
    this.clock = clock;
  }

  /** One token for the whole run. */
  static Credential fixed(String origin, Secret token) {
    return new Credential(origin, Optional.empty(), () -> token, false, InstantSource.system());
  }

  /** Such as {@code $STAGING_TOKEN}; reveals nothing. */
  String origin() {
    return origin;
  }

  /**
   * A token that is valid now.
   *
   * @throws InvalidSetting if none can be had
   */
  synchronized Secret token() {
    Instant now = clock.instant();
    if (current == null || (renewable && !now.isBefore(renewAt))) {
      current = source.get();
      issued.put(current.reveal(), current);
      renewAt =
          Jwt.of(current)
              .flatMap(Jwt::ends)
              .map(end -> end.minus(BEFORE_ITS_END))
              .orElse(now.plus(OPAQUE_LIFE));
    }
    return current;
  }

  /** What the token says of itself, if it is a JWT. */
  Optional<Jwt> claims() {
    return Jwt.of(token());
  }

  /** The calling application's id, as somebody or the token says. */
  Optional<String> appId() {
    return appId.or(() -> claims().flatMap(Jwt::appId));
  }

  /** Every token that was in use so far. */
  synchronized Collection<Secret> issued() {
    return List.copyOf(issued.values());
  }
}
