package dev.rollcall.report;

import dev.rollcall.report.LoadResult.Compared;
import dev.rollcall.report.LoadResult.Trend;
import java.util.Locale;

/** A compared figure in words. A share changes by points, a latency by per cent. */
public record ComparedText(Compared figure) {

  /** All of it, such as for a list of reasons. */
  public String sentence() {
    return figure.name() + " " + said() + ": " + now() + ", before " + before() + inBrackets();
  }

  /** What it was. */
  public String before() {
    return amount(figure.before());
  }

  /** What it is. */
  public String now() {
    return amount(figure.now());
  }

  /** Between which bounds it surely changed. */
  public String range() {
    return change(figure.low()) + " to " + change(figure.high());
  }

  /** A change of this figure. */
  public String change(double change) {
    return String.format(Locale.ROOT, isShare() ? "%+.2f points" : "%+.0f %%", 100 * change);
  }

  /** What the comparison says of it. */
  public String said() {
    return switch (figure.trend()) {
      case SAME -> "is no worse than the baseline";
      case BETTER -> "is better than the baseline";
      case WORSE -> "is worse than the baseline";
      case INSUFFICIENT -> "cannot be compared for lack of samples";
    };
  }

  /** What would help; empty where nothing is lacking. */
  String remedy() {
    return figure.trend() == Trend.INSUFFICIENT
        ? "measure both for longer: four times as long halves the interval"
        : "";
  }

  private String inBrackets() {
    return " (" + range() + ")";
  }

  private boolean isShare() {
    return figure.name().endsWith("share");
  }

  private String amount(double amount) {
    return isShare()
        ? String.format(Locale.ROOT, "%.2f %%", 100 * amount)
        : String.format(Locale.ROOT, "%.1f ms", amount);
  }
}
