package dev.rollcall.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a load run measured: the content of {@code load.json}. Pages and console are functions
 * of it.
 *
 * @param reasons why the run failed or is invalid; empty when it passed
 * @param measured "embedded" (fake in the same JVM), "process" (our fake elsewhere on this machine)
 *     or "remote"
 * @param asked what the profile asked for after warm-up
 * @param reached what was answered after warm-up
 * @param baseline null until a run can be compared with an earlier one
 */
public record LoadResult(
    int format,
    String kind,
    Instant startedAt,
    LoadVerdict verdict,
    List<String> reasons,
    String measured,
    TargetInfo target,
    Profile profile,
    Volume asked,
    Volume reached,
    List<Operation> operations,
    List<Second> timeline,
    List<Slo> slos,
    @Nullable Object baseline,
    Generator generator,
    Map<String, Object> machine,
    Map<String, String> versions) {

  /** The form of the file that this version of Rollcall writes. */
  public static final int FORMAT = 1;

  /** The kind of the file. */
  public static final String KIND = "load";

  private static final String NOT_ALLOWED = "not allowed: --allow-load ";

  public LoadResult {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(reached, "reached");
    Objects.requireNonNull(generator, "generator");
    reasons = List.copyOf(reasons);
    operations = List.copyOf(operations);
    timeline = List.copyOf(timeline);
    slos = List.copyOf(slos);
    machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /** The reason of a run that did not take place because nobody permitted it. */
  public static String notAllowed(String host) {
    return NOT_ALLOWED + host;
  }

  /** Whether nothing was sent because nobody permitted it: the build may go on. */
  public boolean wasNotAllowed() {
    return verdict == LoadVerdict.INVALID
        && reasons.stream().anyMatch(r -> r.startsWith(NOT_ALLOWED));
  }

  /** Whether the fake of the generator's own JVM was loaded, which says nothing of a service. */
  public boolean measuredEmbedded() {
    return measured.equals("embedded");
  }

  /** Requests without the expected answer, over all operations. */
  public long errors() {
    return operations.stream().mapToLong(operation -> operation.requests() - operation.ok()).sum();
  }

  /** A named injection shape; {@code seconds} without warm-up. */
  public record Profile(String name, double seconds) {}

  /**
   * An amount of work.
   *
   * @param perSecond requests a second
   * @param items presences
   */
  public record Volume(long requests, double perSecond, long items) {}

  /**
   * One operation under load, warm-up left out.
   *
   * @param ok answered with the expected status, exactly the asked items and no violation
   * @param statuses requests by HTTP status; "none" where no answer came
   * @param latencyMillis from sending to the last byte
   * @param fromIntendedStartMillis from the moment the plan asked for the request
   * @param histogram the latencies in microseconds, as compressed HdrHistogram in base64
   */
  public record Operation(
      String name,
      long requests,
      long ok,
      Map<String, Long> statuses,
      Quantiles latencyMillis,
      Quantiles fromIntendedStartMillis,
      Items items,
      long violations,
      String histogram) {

    public Operation {
      Objects.requireNonNull(latencyMillis, "latencyMillis");
      Objects.requireNonNull(fromIntendedStartMillis, "fromIntendedStartMillis");
      Objects.requireNonNull(items, "items");
      statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    }
  }

  /** A distribution in milliseconds. */
  public record Quantiles(
      double min,
      double mean,
      double p50,
      double p90,
      double p95,
      double p99,
      double p999,
      double max) {}

  /** Presences asked for and what became of them. */
  public record Items(
      long asked, long served, long missing, long unasked, long throttled, long failed) {}

  /** One second of the run, by start of the request; quantiles in milliseconds. */
  public record Second(int second, long asked, long reached, long errors, double p50, double p99) {}

  /** A service level objective and whether it was met. */
  public record Slo(String name, String limit, String actual, boolean met) {}

  /**
   * How the generator itself fared.
   *
   * @param validation "all", "sample" or "none" of the answers were schema-validated
   * @param validated how many
   */
  public record Generator(
      Lag lagMillis, double cpuSeconds, long gcMillis, String validation, long validated) {
    public Generator {
      Objects.requireNonNull(lagMillis, "lagMillis");
    }
  }

  /** How late requests left, in milliseconds after the moment the plan asked for. */
  public record Lag(double p50, double p99, double max) {}
}
