package dev.rollcall.report.text;

import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Trend;

/** A compared figure in words. A share changes by points, a latency by per cent. */
public record ComparedText(Compared figure) {

  /** All of it, such as for a list of reasons. */
  public String sentence() {
    String range = plain(range());
    return figure.name()
        + " "
        + said()
        + ": "
        + now()
        + ", before "
        + before()
        + " ("
        + range
        + ")";
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
    return isShare()
        ? Figures.points(figure.low()) + " to " + Figures.points(figure.high()) + " points"
        : Figures.change(figure.low()) + " to " + Figures.change(figure.high());
  }

  /** A change of this figure, for a sentence. */
  public String change(double change) {
    return plain(isShare() ? Figures.points(change) + " points" : Figures.change(change));
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
  public String remedy() {
    return figure.trend() == Trend.INSUFFICIENT
        ? "measure both for longer: four times as long halves the interval"
        : "";
  }

  // A sentence is also read in logs, where not everything can show a minus sign.
  private static String plain(String text) {
    return text.replace('\u2212', '-');
  }

  private boolean isShare() {
    return figure.name().endsWith("share");
  }

  private String amount(double amount) {
    return isShare() ? Figures.percent(amount) : Figures.figure(amount) + " ms";
  }
}
