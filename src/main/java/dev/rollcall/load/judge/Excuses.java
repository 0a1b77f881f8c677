package dev.rollcall.load.judge;

import dev.rollcall.load.measure.Recorder.Figures;
import java.util.Locale;

/**
 * Whether a miss is the generator's own doing: what it did to the requests must not be told of the
 * target. Each is a reason in words, empty where there is none.
 */
final class Excuses {
  /** A process that has so much of the machine had to wait for the rest. */
  static final double BUSY_SHARE = 0.9;

  private static final double MILLIS = 1_000;

  private final Figures figures;
  private final double leastReached;

  /**
   * @param leastReached share of the asked rate
   */
  Excuses(Figures figures, double leastReached) {
    this.figures = figures;
    this.leastReached = leastReached;
  }

  /** For a rate that was not reached. */
  String ofRate() {
    double seconds = figures.plan().seconds();
    double lateSeconds = figures.lag().max() / MILLIS;
    double atBest = seconds / (seconds + lateSeconds);
    return atBest < leastReached
        ? String.format(
            Locale.ROOT,
            "the rate was missed by the generator: its requests left up to %.0f ms late",
            figures.lag().max())
        : ofProcessor("the rate was missed");
  }

  /**
   * For a percentile beyond its limit.
   *
   * @param share of the answers that took no longer
   * @param fromSending the percentile that counts from when requests left
   */
  String ofLatency(String name, double share, double mostMillis, double fromSending) {
    if (fromSending <= mostMillis) {
      return String.format(
          Locale.ROOT,
          "%s was missed by the generator: without its delay it is %s",
          name,
          Slos.millis(fromSending));
    }
    long gcMillis = figures.effort().gcMillis();
    return gcMillis > (1 - share) * figures.effort().seconds() * MILLIS
        ? String.format(
            Locale.ROOT,
            "%s was missed while the generator collected garbage for %d ms, longest %d ms:"
                + " give it more heap",
            name,
            gcMillis,
            figures.effort().longestGcMillis())
        : ofProcessor(name + " was missed");
  }

  /** For a latency that grew by no more than the machine delays what is ready to run. */
  String ofChange(String what, double grownMillis) {
    double lag = figures.lag().p99();
    return grownMillis <= lag
        ? String.format(
            Locale.ROOT,
            "%s by %s, but the machine was busy: the generator itself was %s late (p99 of the lag)",
            what,
            Slos.millis(grownMillis),
            Slos.millis(lag))
        : ofProcessor(what);
  }

  /** For a second in which answers took so much longer than usual. */
  String ofStall(double excessMillis) {
    return figures.lag().max() >= excessMillis / 2
        ? String.format(
            Locale.ROOT,
            "answers stalled for %s, but so did the generator: requests left up to %s late",
            Slos.millis(excessMillis),
            Slos.millis(figures.lag().max()))
        : ofProcessor("answers stalled");
  }

  /** For anything that depends on when answers are read. */
  String ofProcessor(String what) {
    return figures.cpuShare() > BUSY_SHARE
        ? String.format(
            Locale.ROOT,
            "%s while the generator used %.0f %% of the machine's processors",
            what,
            100 * figures.cpuShare())
        : "";
  }
}
