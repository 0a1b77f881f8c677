package dev.rollcall.presence;

import java.time.Duration;

/** Every documented length of time, with its value. Source: facts 2.4, 2.6, 3.3 and 3.4. */
public enum Span {
  /** After it, an Available session that was not renewed is inactive. */
  FADE_TO_INACTIVE(Duration.ofMinutes(5)),
  /** After it, such a session is away. */
  FADE_TO_AWAY(Duration.ofMinutes(10)),
  SESSION_DEFAULT(Duration.ofMinutes(5)),
  SESSION_SHORTEST(Duration.ofMinutes(5)),
  SESSION_LONGEST(Duration.ofHours(4)),
  /** Default life of a preference Busy or DoNotDisturb. */
  PREFERENCE_BUSY(Duration.ofDays(1)),
  /** Default life of every other preference. */
  PREFERENCE_OTHER(Duration.ofDays(7)),
  /** How much later than asked a session expires. */
  SESSION_EXTRA(Duration.ZERO),
  /** How much later than asked a status message lapses. */
  MESSAGE_EXTRA(Duration.ZERO),
  /** How much later than the call a status message says it was published. */
  PUBLISHED_EXTRA(Duration.ZERO);

  private final Duration documented;

  Span(Duration documented) {
    this.documented = documented;
  }

  Duration documented() {
    return documented;
  }
}
