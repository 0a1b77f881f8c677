package dev.rollcall.report.page;

import dev.rollcall.report.result.LoadHistory;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Quantiles;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadResult.Step;
import dev.rollcall.report.result.ResultFiles;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is drawn, in columns as the chart script reads them. */
record ChartData(LoadPage page) {
  /** As many as can be told apart by colour and dash. */
  private static final int MOST_CURVES = 4;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  String json() {
    Map<String, Object> charts = new LinkedHashMap<>();
    if (page.hasTimeline()) {
      charts.put("timeline", timeline(page.load().timeline()));
      charts.put("percentiles", percentiles());
    }
    if (!page.trend().isEmpty()) {
      charts.put("trend", trend(page.trend()));
    }
    page.capacity().ifPresent(found -> charts.put("capacity", capacity(found)));
    // '<' could end the script element; in JSON it stands within strings alone.
    return ResultFiles.compact(charts).replace("<", "\\u003c");
  }

  private static Map<String, Object> timeline(List<Second> seconds) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("second", column(seconds, Second::second));
    columns.put("asked", column(seconds, Second::asked));
    columns.put("reached", column(seconds, Second::reached));
    columns.put("errors", column(seconds, Second::errors));
    columns.put("throttled", column(seconds, Second::throttled));
    // A second without an answer has no latency: a gap, not a zero.
    columns.put("p50", column(seconds, second -> second.reached() == 0 ? null : second.p50()));
    columns.put("p99", column(seconds, second -> second.reached() == 0 ? null : second.p99()));
    return columns;
  }

  private Map<String, Object> percentiles() {
    List<Operation> operations =
        page.load().operations().stream()
            .filter(LoadPage::answered)
            .sorted(Comparator.comparingLong(Operation::requests).reversed())
            .limit(MOST_CURVES)
            .toList();
    Map<String, Object> curves = new LinkedHashMap<>();
    if (operations.size() == 1) {
      curves.put("from sending", curve(operations.get(0), Operation::latencyMillis));
      curves.put(
          "from intended start", curve(operations.get(0), Operation::fromIntendedStartMillis));
    } else {
      operations.forEach(
          each -> curves.put(each.name(), curve(each, Operation::fromIntendedStartMillis)));
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("names", List.copyOf(curves.keySet()));
    columns.put("values", List.copyOf(curves.values()));
    return columns;
  }

  private static List<@Nullable Object> curve(
      Operation operation, Function<Operation, Quantiles> kind) {
    Quantiles of = kind.apply(operation);
    var curve = new ArrayList<@Nullable Object>(List.of(of.p50(), of.p90(), of.p95()));
    curve.add(LoadPage.has(0.99, operation.requests()) ? of.p99() : null);
    curve.add(LoadPage.has(0.999, operation.requests()) ? of.p999() : null);
    return curve;
  }

  private static Map<String, Object> trend(List<LoadHistory.Run> runs) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("run", column(runs, run -> DAY.format(run.startedAt())));
    columns.put("p50", column(runs, LoadHistory.Run::p50));
    columns.put("p99", column(runs, LoadHistory.Run::p99));
    return columns;
  }

  private static Map<String, Object> capacity(LoadResult.Capacity found) {
    List<Step> steps =
        found.steps().stream().sorted(Comparator.comparingDouble(Step::perSecond)).toList();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("rate", column(steps, Step::perSecond));
    columns.put("p99", column(steps, Step::p99));
    columns.put("held", column(steps, step -> step.held() ? step.p99() : null));
    columns.put("broke", column(steps, step -> step.held() ? null : step.p99()));
    return columns;
  }

  private static <T> List<@Nullable Object> column(
      List<T> rows, Function<T, @Nullable Object> value) {
    var column = new ArrayList<@Nullable Object>();
    rows.forEach(row -> column.add(value.apply(row)));
    return column;
  }
}
