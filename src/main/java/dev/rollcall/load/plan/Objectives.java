package dev.rollcall.load.plan;

import dev.rollcall.report.result.LoadResult;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a profile's run must hold. Latency counts from the intended start of a request.
 *
 * @param p50 greatest median; empty where none is asked for
 * @param errorShare greatest share of requests without the expected answer, 0 to 1
 * @param reachedShare least share of the asked rate, 0 to 1
 */
public record Objectives(
    Optional<Duration> p50,
    Optional<Duration> p95,
    Optional<Duration> p99,
    double errorShare,
    double reachedShare) {

  /**
   * Answers that have to lie beyond a percentile: with two, one odd answer alone decides nothing.
   */
  private static final int LEAST_BEYOND = 2;

  /** Below it not even a median means much. */
  private static final int LEAST_ANSWERS = 20;

  private static final double NANOS_PER_MILLI = 1e6;

  /** How many answers it takes to judge a run by these. */
  public long neededAnswers() {
    if (p99.isPresent()) {
      return neededAnswers(0.99);
    }
    return p95.isPresent() ? neededAnswers(0.95) : LEAST_ANSWERS;
  }

  /** How many it takes to say below which latency that share of answers was. */
  public static long neededAnswers(double share) {
    return Math.max(LEAST_ANSWERS, Math.round(LEAST_BEYOND / (1 - share)));
  }

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

  /** As results tell them to programs. */
  public LoadResult.Objectives told() {
    return new LoadResult.Objectives(
        millis(p50), millis(p95), millis(p99), errorShare, reachedShare);
  }

  /** As a result told them. */
  public static Objectives of(LoadResult.Objectives told) {
    return new Objectives(
        limit(told.p50()),
        limit(told.p95()),
        limit(told.p99()),
        told.errorShare(),
        told.reachedShare());
  }

  private static @Nullable Double millis(Optional<Duration> limit) {
    return limit.map(each -> each.toNanos() / NANOS_PER_MILLI).orElse(null);
  }

  private static Optional<Duration> limit(@Nullable Double millis) {
    return Optional.ofNullable(millis)
        .map(each -> Duration.ofNanos(Math.round(each * NANOS_PER_MILLI)));
  }

  private static String percent(double share) {
    return LoadPlan.plain(Math.rint(1_000_000 * share) / 10_000) + " %";
  }

  /** No error, no limit on latency, and nine tenths of the asked rate. */
  static Objectives usual() {
    return new Objectives(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0.9);
  }
}
