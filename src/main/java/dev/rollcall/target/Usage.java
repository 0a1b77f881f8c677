package dev.rollcall.target;

import java.time.Duration;
import java.util.Locale;

/**
 * What a run has taken of a target's quota.
 *
 * @param requests that were sent
 * @param span from the first to the last
 * @param most that fell into any thirty seconds
 * @param throttled how often the target asked to be left alone for a while
 */
public record Usage(long requests, Duration span, long most, long throttled) {
  /** Of a read operation of one application in one tenant, as its page says. */
  private static final int DOCUMENTED = 1_500;

  /** One line for a person. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "quota: %,d request%s in %,d s, at most %,d in any %d s of the documented %,d; throttled %s",
        requests,
        requests == 1 ? "" : "s",
        span.plusMillis(500).toSeconds(),
        most,
        Meter.WINDOW.toSeconds(),
        DOCUMENTED,
        throttled == 1 ? "once" : String.format(Locale.ROOT, "%,d times", throttled));
  }
}
