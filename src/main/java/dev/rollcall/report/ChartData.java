package dev.rollcall.report;

import dev.rollcall.report.LoadResult.Second;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A timeline in columns, as the chart script reads it. */
record ChartData(List<Second> timeline) {

  String json() {
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    columns.put("second", column(Second::second));
    columns.put("asked", column(Second::asked));
    columns.put("reached", column(Second::reached));
    columns.put("errors", column(Second::errors));
    columns.put("p50", quantile(Second::p50));
    columns.put("p99", quantile(Second::p99));
    // '<' could end the script element; in JSON it stands within strings alone.
    return ResultFiles.compact(columns).replace("<", "\\u003c");
  }

  private List<Object> column(Function<Second, Object> value) {
    return timeline.stream().map(value).toList();
  }

  /** A second without an answer has no latency: a gap, not a zero. */
  private List<Object> quantile(Function<Second, Object> value) {
    var column = new ArrayList<Object>();
    timeline.forEach(second -> column.add(second.reached() == 0 ? null : value.apply(second)));
    return column;
  }
}
