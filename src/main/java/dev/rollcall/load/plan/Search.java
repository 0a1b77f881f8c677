package dev.rollcall.load.plan;

/**
 * How a profile looks for a rate, instead of keeping to one: it rises step by step.
 *
 * @param start requests a second of the first step
 * @param factor by which a step is above the one before
 * @param stepSeconds length of a step
 * @param most requests a second at which the search ends
 * @param holdSeconds how long the rate that was found is held once more
 */
public record Search(double start, double factor, int stepSeconds, double most, int holdSeconds) {

  /** The same up to another rate. */
  public Search upTo(double rate) {
    return new Search(Math.min(start, rate), factor, stepSeconds, rate, holdSeconds);
  }

  /** The same, holding what was found for another time. */
  Search holding(int seconds) {
    return new Search(start, factor, stepSeconds, most, seconds);
  }

  /** Length of a step. */
  public int stepSecondsAt(double rate, Objectives objectives) {
    return secondsAt(rate, stepSeconds, objectives);
  }

  /** How long a rate that was found is held. */
  public int holdSecondsAt(double rate, Objectives objectives) {
    return secondsAt(rate, holdSeconds, objectives);
  }

  /** A slow run lasts until it has the answers that its percentiles take. */
  private static int secondsAt(double rate, int usual, Objectives objectives) {
    double needed = Math.ceil(objectives.neededAnswers() / rate);
    return (int) Math.min(LoadPlan.LONGEST_SECONDS, Math.max(usual, needed));
  }

  /** For people. */
  String describe() {
    return "from "
        + LoadPlan.plain(start)
        + " a second, "
        + LoadPlan.plain(factor)
        + " times as much after each "
        + stepSeconds
        + " s, up to "
        + LoadPlan.plain(most)
        + "; what was found for "
        + holdSeconds
        + " s";
  }
}
