package dev.rollcall.report.page;

import dev.rollcall.report.result.LoadHistory;
import dev.rollcall.report.result.LoadHistory.Run;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Problem;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.Results;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What {@code index.html} shows of a load run. */
public final class LoadPage {
  /** More would make the table longer than the story it tells; the chart shows them all. */
  private static final int RUNS_SHOWN = 12;

  private static final int KINDS_SHOWN = 4;

  private final LoadResult load;
  private final Results results;

  LoadPage(LoadResult load, Results results) {
    this.load = load;
    this.results = results;
  }

  /** What was measured. */
  public LoadResult load() {
    return load;
  }

  /** Whether a reader has operations to compare. */
  public boolean several() {
    return load.operations().size() > 1;
  }

  /** Whether there is a second to draw. */
  public boolean hasTimeline() {
    return !load.timeline().isEmpty();
  }

  /** Whether anything went wrong in any second. */
  public boolean hasErrors() {
    return load.timeline().stream()
        .anyMatch(second -> second.errors() > 0 || second.throttled() > 0);
  }

  /** Whether so many requests have such a quantile: beyond it, one at least has to lie. */
  public static boolean has(double quantile, long requests) {
    return Math.round(requests * (1 - quantile) * 1_000) >= 1_000;
  }

  /** Whether any answer was throttled, a part of a batch included. */
  public boolean wasThrottled() {
    return load.timeline().stream().anyMatch(second -> second.throttled() > 0)
        || load.operations().stream().anyMatch(operation -> operation.items().throttled() > 0);
  }

  /** Seconds in which something was throttled. */
  public long throttledSeconds() {
    return load.timeline().stream().filter(second -> second.throttled() > 0).count();
  }

  /** Requests with status 429, or with parts that have it. */
  public long throttledRequests() {
    return load.timeline().stream().mapToLong(Second::throttled).sum();
  }

  /** Whether a latency can be told: something was answered. */
  public boolean hasLatency() {
    return load.operations().stream().anyMatch(LoadPage::answered);
  }

  /** Whether an operation was answered at all; without an answer its latency is no figure. */
  public static boolean answered(Operation operation) {
    return operation.latencyMillis().max() > 0;
  }

  /** The statuses of all operations, "none" last. */
  public List<String> statuses() {
    var statuses = new TreeSet<String>();
    load.operations().forEach(operation -> statuses.addAll(operation.statuses().keySet()));
    return List.copyOf(statuses);
  }

  /** What was wrong, the most frequent first. */
  public List<Problem> problems() {
    return load.problems().stream()
        .sorted(Comparator.comparingLong(Problem::times).reversed())
        .toList();
  }

  /** The few that a manager is told of in a line. */
  public List<Problem> mainProblems() {
    return problems().stream().limit(KINDS_SHOWN).toList();
  }

  /** What a reader has to know of the commands on the page; empty where there is none. */
  public List<String> aboutCommands() {
    return ContractPage.aboutCommands(
        load.problems().stream().flatMap(problem -> problem.exchanges().stream()).toList(),
        load.target());
  }

  /** This run and the earlier ones, the oldest first; empty where there is nothing to compare. */
  public List<Run> trend() {
    return results
        .history()
        .map(LoadHistory::runs)
        .filter(runs -> runs.size() > 1 && isThisRun(runs.get(runs.size() - 1)))
        .orElse(List.of());
  }

  /** The last of them, the newest first. */
  public List<Run> lastRuns() {
    var runs = new ArrayList<>(trend());
    Collections.reverse(runs);
    return runs.stream().limit(RUNS_SHOWN).toList();
  }

  /** Why the trend cannot be shown although there is a file; empty otherwise. */
  public String historyGap() {
    return results.historyGap();
  }

  /** What the search for the capacity found, if this was one. */
  public Optional<LoadResult.Capacity> capacity() {
    return Optional.ofNullable(load.capacity()).filter(found -> !found.steps().isEmpty());
  }

  /** The comparison with an earlier run, if there is one. */
  public Optional<LoadResult.Comparison> baseline() {
    return Optional.ofNullable(load.baseline());
  }

  /** How the target limits, if that was asked. */
  public Optional<LoadResult.Throttling> throttling() {
    return Optional.ofNullable(load.throttling());
  }

  /** Which part of a run on many machines this is. */
  public Optional<LoadResult.Shard> shard() {
    return Optional.ofNullable(load.shard());
  }

  /** The processor time of our fake in another process. */
  public Optional<Double> fakeCpuSeconds() {
    return Optional.ofNullable(load.generator().fakeCpuSeconds());
  }

  /** Whether there is anything to draw. */
  public boolean hasCharts() {
    return hasTimeline() || capacity().isPresent() || !trend().isEmpty();
  }

  /** Whether Gatling's own report stands beside the page. */
  public boolean hasGatling() {
    return results.gatling();
  }

  /** All that is drawn, as JSON that is safe within a script element. */
  public String chartData() {
    return new ChartData(this).json();
  }

  /** A file of another run may lie about: a trend that does not end with this run is not shown. */
  private boolean isThisRun(Run run) {
    return run.startedAt()
        .truncatedTo(ChronoUnit.SECONDS)
        .equals(load.startedAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
