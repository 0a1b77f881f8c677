package dev.rollcall.load.plan;

/**
 * How requests are spread over a run. Always an open model: no moment depends on an answer, so that
 * a slow target is asked as much as a fast one and its slowness shows.
 */
public sealed interface Shape permits Stages, Polling {

  /** Length after warm-up. */
  int seconds();

  /** The greatest rate that is asked for, in requests a second. */
  double peak();

  /** The same form with another greatest rate. */
  Shape peakingAt(double rate);

  /**
   * The same form over another length.
   *
   * @throws dev.rollcall.target.InvalidSetting if that is too short for it
   */
  Shape lasting(int seconds);

  /** When requests leave, warm-up included, which is like the beginning. */
  Arrivals arrivals(int warmUpSeconds);

  /** For people. */
  String describe();
}
