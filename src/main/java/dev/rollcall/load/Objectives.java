package dev.rollcall.load;

import java.time.Duration;
import java.util.Optional;

/**
 * What a profile's run must hold. Latency counts from the intended start of a request.
 *
 * @param p50 greatest median; empty where none is asked for
 * @param errorShare greatest share of requests without the expected answer, 0 to 1
 * @param reachedShare least share of the asked rate, 0 to 1
 */
record Objectives(
    Optional<Duration> p50,
    Optional<Duration> p95,
    Optional<Duration> p99,
    double errorShare,
    double reachedShare) {

  /** No error, no limit on latency, and nine tenths of the asked rate. */
  static Objectives usual() {
    return new Objectives(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0.9);
  }
}
