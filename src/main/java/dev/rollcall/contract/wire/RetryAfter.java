package dev.rollcall.contract.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How a target asks to be left alone for a while. */
final class RetryAfter {
  private static final String HEADER = "Retry-After";

  /** Without a header: so much longer each time. */
  private static final Duration STEP = Duration.ofSeconds(5);

  private RetryAfter() {}

  /** Whether the request was not done for want of quota, so that it may be sent again. */
  static boolean isAsked(Answer answer) {
    return answer.status() == 429 || (answer.status() == 503 && answer.header(HEADER).isPresent());
  }

  /**
   * How long to wait.
   *
   * @param attempt how many times the request was sent
   */
  static Duration of(Answer answer, int attempt) {
    return answer
        .header(HEADER)
        .flatMap(text -> seconds(text).or(() -> untilDate(text, answer)))
        .orElse(STEP.multipliedBy(attempt));
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  /** By the target's own clock, so that ours need not be right. */
  private static Optional<Duration> untilDate(String text, Answer answer) {
    return answer
        .header("Date")
        .flatMap(RetryAfter::instant)
        .flatMap(now -> instant(text).map(then -> Duration.between(now, then)))
        .filter(wait -> !wait.isNegative());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
