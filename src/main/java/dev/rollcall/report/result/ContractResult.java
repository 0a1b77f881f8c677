package dev.rollcall.report.result;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that a contract run found: the content of {@code contract.json}. Pages and console are
 * functions of it.
 *
 * @param reason why nothing could be judged, else empty
 * @param totals one number per outcome; they add up to the catalogue times the versions judged
 * @param coverage what the catalogue rests on, by part of the API
 */
public record ContractResult(
    int format,
    String kind,
    Instant startedAt,
    Verdict verdict,
    String reason,
    TargetInfo target,
    Map<Outcome, Integer> totals,
    List<Finding> checks,
    List<Violation> violations,
    List<Observation> observations,
    List<Disagreement> disagreements,
    List<Untestable> untestable,
    List<Area> coverage) {

  /** The form of the file that this version of Rollcall writes. */
  public static final int FORMAT = 1;

  /** The kind of the file. */
  public static final String KIND = "contract";

  /**
   * @throws IllegalArgumentException if the totals do not add up to the checks
   */
  public ContractResult {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(target, "target");
    totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    checks = List.copyOf(checks);
    violations = List.copyOf(violations);
    observations = List.copyOf(observations);
    disagreements = List.copyOf(disagreements);
    untestable = List.copyOf(untestable);
    coverage = List.copyOf(coverage);
    int sum = totals.values().stream().mapToInt(Integer::intValue).sum();
    if (sum != checks.size()) {
      throw new IllegalArgumentException(
          "totals add up to " + sum + ", but there are " + checks.size() + " checks");
    }
  }

  /** How many checks ended so. */
  public int count(Outcome outcome) {
    return totals.getOrDefault(outcome, 0);
  }

  /** Findings and drift that are shown, but not held against the target. */
  public long advice() {
    return checks.stream().filter(Finding::shownAsAdvice).count()
        + violations.stream().filter(v -> v.ofDriftKind() && !v.counts()).count();
  }

  /**
   * What became of one check.
   *
   * @param title the check's method name as a sentence
   * @param clause the sentence of the definition on which it rests
   * @param counts whether the outcome counts against the target
   * @param exchanges those of the check; of one that passed, only if all were asked for
   */
  public record Finding(
      String id,
      String version,
      String title,
      String operation,
      String level,
      String basis,
      String clause,
      String source,
      List<String> needs,
      Outcome outcome,
      boolean counts,
      String reason,
      String expected,
      String actual,
      String hint,
      long millis,
      List<Exchange> exchanges) {

    public Finding {
      Objects.requireNonNull(outcome, "outcome");
      needs = List.copyOf(needs);
      exchanges = List.copyOf(exchanges);
    }

    /** Whether the target answered wrongly in a way that is shown, but not held against it. */
    public boolean shownAsAdvice() {
      return outcome == Outcome.FAILED && !counts;
    }
  }

  /**
   * An answer that its schema refuses.
   *
   * @param check the shape check of the operation with which it is filed
   * @param kind "schema", "unknown-value", "unknown-member" or "mixed-dialect"
   * @param pointer JSON pointer into the answer; array indices read as {@code *}
   * @param times how often it was seen
   * @param exchange the first one in which it was seen
   */
  public record Violation(
      String check,
      String version,
      String kind,
      String pointer,
      String schema,
      String keyword,
      String value,
      int times,
      boolean counts,
      Exchange exchange) {

    /** The same, seen so many times more. */
    public Violation seenAgain(int more) {
      return new Violation(
          check, version, kind, pointer, schema, keyword, value, times + more, counts, exchange);
    }

    /** The same, held against the target or not. */
    public Violation counting(boolean held) {
      return new Violation(
          check, version, kind, pointer, schema, keyword, value, times, held, exchange);
    }

    /** Whether it is a difference that an operation's shape check does not judge. */
    public boolean ofDriftKind() {
      return !kind.equals("schema");
    }
  }

  /** A behaviour that may or may not be there: recorded, outside the totals. */
  public record Observation(String statement, String text, boolean seen, int times) {}

  /** Two places of the definition that say different things, and the rule that settled it. */
  public record Disagreement(List<String> places, String text, String rule) {
    public Disagreement {
      places = List.copyOf(places);
    }
  }

  /** A statement about the API that no client can test, and why. */
  public record Untestable(String statement, String reason) {}

  /**
   * How many of the statements about one part of the API the catalogue covers.
   *
   * @param judged those on which a check rests
   * @param observed those that are noted as seen or not, and never judged
   * @param untestable those that no client can test
   * @param later those that are not tested yet
   */
  public record Area(
      String name, int statements, int judged, int observed, int untestable, int later) {

    /** Those of which nothing is said yet. */
    public int left() {
      return statements - judged - observed - untestable - later;
    }
  }
}
