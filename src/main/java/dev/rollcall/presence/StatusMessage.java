package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The text that a user shows beside the presence.
 *
 * @param contentType "text"
 * @param expiresAt empty for never
 */
public record StatusMessage(
    String content, String contentType, Optional<Instant> expiresAt, Instant publishedAt) {

  /** When it goes away under these rules. */
  public Optional<Instant> end(Rules rules) {
    Optional<Instant> due = expiresAt.map(expiry -> expiry.plus(rules.span(Span.MESSAGE_EXTRA)));
    return switch (rules.decision(Decision.MessageEnd.class)) {
      case WHEN_DUE -> due;
      case NEVER -> Optional.empty();
      case AFTER_A_DAY -> Optional.of(due.orElse(publishedAt.plus(Duration.ofDays(1))));
    };
  }

  boolean isOver(Instant now, Rules rules) {
    return end(rules).map(end -> !now.isBefore(end)).orElse(false);
  }
}
