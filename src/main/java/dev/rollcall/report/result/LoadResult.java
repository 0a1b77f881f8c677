package dev.rollcall.report.result;

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
 * @param problems what was wrong with answers, each kind with its first exchanges
 * @param baseline the comparison with an earlier run; null without one
 * @param quota how much of each budget the plan uses; empty where none applies
 * @param capacity the search for what the target holds; null for other profiles
 * @param throttling how the target limits and recovers; null for other profiles
 * @param shard which part of a run on many machines this is; null when it is all of it
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
    List<Problem> problems,
    @Nullable Comparison baseline,
    List<QuotaUse> quota,
    @Nullable Capacity capacity,
    @Nullable Throttling throttling,
    @Nullable Shard shard,
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
    problems = List.copyOf(problems);
    quota = List.copyOf(quota);
    machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /** The reason of a run that did not take place because nobody permitted it. */
  public static String notAllowed(String host) {
    return NOT_ALLOWED + host;
  }

  /** The same run, as a part of a plan. */
  public LoadResult asPart(@Nullable Shard part) {
    return with(capacity, throttling, part, verdict, reasons);
  }

  /** The last run of a search, with what the search found. */
  public LoadResult finding(Capacity found, LoadVerdict judged, List<String> why) {
    return with(found, throttling, shard, judged, why);
  }

  /** The same run, with what was seen of the target's limits. */
  public LoadResult throttled(Throttling seen, LoadVerdict judged, List<String> why) {
    return with(capacity, seen, shard, judged, why);
  }

  private LoadResult with(
      @Nullable Capacity found,
      @Nullable Throttling seen,
      @Nullable Shard part,
      LoadVerdict judged,
      List<String> why) {
    return new LoadResult(
        format,
        kind,
        startedAt,
        judged,
        why,
        measured,
        target,
        profile,
        asked,
        reached,
        operations,
        timeline,
        slos,
        problems,
        baseline,
        quota,
        found,
        seen,
        part,
        generator,
        machine,
        versions);
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

  /**
   * A named injection shape.
   *
   * @param seconds without warm-up
   * @param lines what it asks for, for people
   */
  public record Profile(String name, double seconds, double warmUpSeconds, List<String> lines) {
    public Profile {
      lines = List.copyOf(lines);
    }
  }

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
   * @param intendedHistogram the same from the moment the plan asked for the request
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
      String histogram,
      String intendedHistogram) {

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

  /**
   * One second of the run, by intended start of the request; quantiles in milliseconds.
   *
   * @param errors requests without the expected answer, throttled ones among them
   * @param throttled requests with status 429, or with parts that have it
   * @param histogram the latencies in microseconds, as compressed HdrHistogram in base64
   */
  public record Second(
      int second,
      long asked,
      long reached,
      long errors,
      long throttled,
      double p50,
      double p99,
      String histogram) {}

  /** A service level objective and whether it was met. */
  public record Slo(String name, String limit, String actual, boolean met) {}

  /**
   * One thing that was wrong with answers.
   *
   * @param kind in few words, equal for equal cases
   * @param exchanges the first ones, secrets replaced
   */
  public record Problem(String operation, String kind, long times, List<Exchange> exchanges) {
    public Problem {
      exchanges = List.copyOf(exchanges);
    }
  }

  /**
   * This run beside an earlier one.
   *
   * @param name of the earlier one: its file
   */
  public record Comparison(String name, Instant startedAt, List<Compared> figures) {
    public Comparison {
      figures = List.copyOf(figures);
    }

    /** Whether any figure is surely worse. Not "is": a member of that name would be written. */
    public boolean worsened() {
      return figures.stream().anyMatch(each -> each.trend() == Trend.WORSE);
    }
  }

  /**
   * A figure in both runs.
   *
   * @param low least change that 95 % of resampled runs show: of a latency as a share of {@code
   *     before}, of a share the difference
   * @param high greatest such change
   */
  public record Compared(
      String name, double before, double now, double low, double high, Trend trend) {}

  /** What a comparison says of a figure. */
  public enum Trend {
    SAME,
    BETTER,
    WORSE,
    /** Too few samples to say. */
    INSUFFICIENT
  }

  /**
   * How much of a documented budget the plan takes.
   *
   * @param most requests within any window of the run, this shard's part
   * @param limit of requests within the window, this shard's part
   */
  public record QuotaUse(String budget, long most, long limit, double windowSeconds) {}

  /**
   * What the target holds.
   *
   * @param steps in the order in which they were tried
   * @param perSecond the greatest rate that held; 0 if none did
   * @param confirmed whether it held once more, for longer
   * @param limitedBy what broke beyond it, or that the search ended before anything did
   */
  public record Capacity(List<Step> steps, double perSecond, boolean confirmed, String limitedBy) {
    public Capacity {
      steps = List.copyOf(steps);
    }
  }

  /** A constant rate that was tried. */
  public record Step(
      double perSecond,
      double seconds,
      double reachedPerSecond,
      double p50,
      double p99,
      long errors,
      boolean held,
      String why) {}

  /**
   * How the target limits.
   *
   * @param firstAfter requests that were served before the first 429; 0 if none came
   * @param retryAfterSeconds the values it gave, each once, in order
   * @param lost lookups that a well-behaved client gave up
   */
  public record Throttling(
      long firstAfter,
      long throttled,
      List<Double> retryAfterSeconds,
      double recoveredAfterSeconds,
      long lost,
      List<Slo> findings) {
    public Throttling {
      retryAfterSeconds = List.copyOf(retryAfterSeconds);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Part {@code index} of {@code of}, counted from 1.
   *
   * @param addend what it takes to add the parts up; null of a run that did not take place
   */
  public record Shard(int index, int of, @Nullable Addend addend) {}

  /**
   * What adding the parts of a plan up takes, and no other place has.
   *
   * @param plan that of the whole, for people; equal for all parts
   * @param startedAt when the plan began, warm-up included, by the clock of this machine
   * @param clock how far that clock is off; null where nobody could tell
   * @param errors requests without the expected answer, be it for one presence of many
   * @param brokenInvariants answers that do not name exactly the asked users
   * @param notValidated answers that should have been held against the schema
   * @param firstSeconds when the first request was due, after the warm-up
   * @param lastSeconds when the last answer was there, after the warm-up
   * @param stopped why sending was given up; null if it was not
   * @param doubts why the generator's figures cannot be trusted, whatever the others measured
   */
  public record Addend(
      List<String> plan,
      Instant startedAt,
      @Nullable ClockOffset clock,
      Objectives objectives,
      long errors,
      long brokenInvariants,
      long notValidated,
      double firstSeconds,
      double lastSeconds,
      @Nullable String stopped,
      List<String> doubts) {
    public Addend {
      Objects.requireNonNull(startedAt, "startedAt");
      Objects.requireNonNull(objectives, "objectives");
      plan = List.copyOf(plan);
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * The target's clock minus this machine's, as a {@code Date} header shows it.
   *
   * @param uncertaintyMillis how much more or less it may be: the header has whole seconds
   */
  public record ClockOffset(double millis, double uncertaintyMillis) {

    /** So much of it as is beyond doubt. */
    public double certainMillis() {
      return Math.copySign(Math.max(0, Math.abs(millis) - uncertaintyMillis), millis);
    }
  }

  /**
   * What the run has to hold, for programs; latency in milliseconds from the intended start.
   *
   * @param p50 null where no limit is asked for
   * @param errorShare of requests, at most
   * @param reachedShare of the asked rate, at least
   */
  public record Objectives(
      @Nullable Double p50,
      @Nullable Double p95,
      @Nullable Double p99,
      double errorShare,
      double reachedShare) {}

  /**
   * How the generator itself fared.
   *
   * @param cpuShare of all processors of the machine, 0 to 1, while it measured
   * @param longestGcMillis the longest pause
   * @param fakeCpuSeconds of our fake in another process; null where it is none, or in this JVM
   * @param validation "all", "sample" or "none" of the answers were schema-validated
   * @param validated how many
   * @param validationLagMillis the longest that an answer waited for it
   * @param lagHistogram the lag in microseconds, as compressed HdrHistogram in base64
   */
  public record Generator(
      Lag lagMillis,
      double cpuSeconds,
      double cpuShare,
      long gcMillis,
      long longestGcMillis,
      @Nullable Double fakeCpuSeconds,
      String validation,
      long validated,
      double validationLagMillis,
      String lagHistogram) {
    public Generator {
      Objects.requireNonNull(lagMillis, "lagMillis");
    }
  }

  /** How late requests left, in milliseconds after the moment the plan asked for. */
  public record Lag(double p50, double p99, double max) {}
}
