package dev.rollcall.load.plan;

/**
 * A part of a run in which the rate stays or changes steadily.
 *
 * @param from requests a second at its start
 * @param to requests a second at its end
 */
public record Stage(double from, double to, int seconds) {

  public static Stage constant(double rate, int seconds) {
    return new Stage(rate, rate, seconds);
  }

  double peak() {
    return Math.max(from, to);
  }

  /** Requests in its first so many seconds. */
  double within(double time) {
    return from * time + (to - from) * time * time / (2 * seconds);
  }

  Stage times(double factor) {
    return new Stage(factor * from, factor * to, seconds);
  }

  Stage lasting(int other) {
    return new Stage(from, to, other);
  }

  String describe() {
    return from == to
        ? LoadPlan.plain(from) + " a second for " + seconds + " s"
        : "from "
            + LoadPlan.plain(from)
            + " to "
            + LoadPlan.plain(to)
            + " a second in "
            + seconds
            + " s";
  }
}
