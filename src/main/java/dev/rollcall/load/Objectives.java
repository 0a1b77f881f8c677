package dev.rollcall.load;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** For people. */
  String describe() {
    Stream<String> latencies =
        Stream.of(
                p50.map(limit -> "p50 " + limit.toMillis() + " ms"),
                p95.map(limit -> "p95 " + limit.toMillis() + " ms"),
                p99.map(limit -> "p99 " + limit.toMillis() + " ms"))
            .flatMap(Optional::stream);
    Stream<String> shares =
        Stream.of(
            "errors " + percent(errorShare),
            "reached at least " + percent(reachedShare) + " of the rate");
    return Stream.concat(latencies, shares).collect(Collectors.joining(", "));
  }

  private static String percent(double share) {
    return LoadPlan.plain(Math.rint(1_000_000 * share) / 10_000) + " %";
  }

  /** No error, no limit on latency, and nine tenths of the asked rate. */
  static Objectives usual() {
    return new Objectives(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0.9);
  }
}
