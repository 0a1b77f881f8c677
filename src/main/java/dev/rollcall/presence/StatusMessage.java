package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The text beside a presence.
 *
 * @param publishedAt when it was set
 * @param expiresAt the first instant at which it is gone; empty when it stays
 */
public record StatusMessage(String content, Instant publishedAt, Optional<Instant> expiresAt) {

  boolean endedBy(Instant now, Rules rules) {
    return end(rules).map(end -> !now.isBefore(end)).orElse(false);
  }

  Optional<Instant> end(Rules rules) {
    return switch (rules.messages().end()) {
      case AT_ITS_EXPIRY, WITH_THE_SESSIONS -> expiresAt;
      case A_MINUTE_LATE -> expiresAt.map(end -> Life.end(end, Duration.ofMinutes(1)));
      case A_MINUTE_EARLY -> expiresAt.map(end -> end.minus(Duration.ofMinutes(1)));
      case NEVER -> Optional.empty();
      case WITHIN_AN_HOUR -> {
        Instant hour = Life.end(publishedAt, Duration.ofHours(1));
        yield Optional.of(expiresAt.filter(hour::isAfter).orElse(hour));
      }
    };
  }
}
