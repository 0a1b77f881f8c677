package dev.rollcall.report.result;

import java.time.Instant;
import java.util.List;

/**
 * Earlier load runs of one profile against one target, and the last one: the content of {@code
 * history.json}, which a run writes that keeps a history.
 *
 * @param runs the oldest first
 */
public record LoadHistory(int format, String kind, List<Run> runs) {
  /** The form of the file that this version of Rollcall writes. */
  public static final int FORMAT = 1;

  /** The kind of the file. */
  public static final String KIND = "history";

  public LoadHistory {
    runs = List.copyOf(runs);
  }

  /** Of these runs. */
  public static LoadHistory of(List<Run> runs) {
    return new LoadHistory(FORMAT, KIND, runs);
  }

  /**
   * One run; quantiles over all operations, in milliseconds from the intended start.
   *
   * @param errors requests without the expected answer
   */
  public record Run(
      Instant startedAt,
      LoadVerdict verdict,
      double askedPerSecond,
      double reachedPerSecond,
      double p50,
      double p99,
      long errors) {}
}
