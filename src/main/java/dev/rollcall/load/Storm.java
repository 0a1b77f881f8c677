package dev.rollcall.load;

import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Notices that a target has broken down: for some seconds in a row more than half of the requests
 * of each had no answer, or one that says so. To go on would help nobody. Safe for use by many
 * threads.
 */
final class Storm {
  static final int SECONDS = 5;
  static final int LEAST_REQUESTS = 20;

  private final IntToLongFunction askedIn;
  private final int[] failed;
  private volatile Optional<String> verdict = Optional.empty();

  /**
   * @param seconds of the whole run
   * @param askedIn requests that leave in a second of the run
   */
  Storm(int seconds, IntToLongFunction askedIn) {
    this.askedIn = askedIn;
    this.failed = new int[seconds];
  }

  /** Notes a request that had no answer, or one with 5xx. */
  synchronized void failed(int second) {
    if (second < 0 || second >= failed.length) {
      return;
    }
    failed[second]++;
    for (int last = second; last < Math.min(failed.length, second + SECONDS); last++) {
      if (verdict.isEmpty() && last >= SECONDS - 1) {
        look(last);
      }
    }
  }

  private void look(int last) {
    long requests = 0;
    long failures = 0;
    for (int second = last - SECONDS + 1; second <= last; second++) {
      long asked = askedIn.applyAsLong(second);
      if (2L * failed[second] <= asked) {
        return;
      }
      requests += asked;
      failures += failed[second];
    }
    if (requests >= LEAST_REQUESTS) {
      verdict =
          Optional.of(
              "stopped: for "
                  + SECONDS
                  + " s more than half of the requests had no answer or a 5xx: "
                  + failures
                  + " of "
                  + requests);
    }
  }

  /** Why to stop; empty as long as there is no reason. */
  Optional<String> verdict() {
    return verdict;
  }
}
