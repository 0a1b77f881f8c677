package dev.rollcall.load;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;

/**
 * The documented ceiling of batch lookups of one application in one tenant: what the operation's
 * own page says, the lower of the two figures in circulation. A plan beyond it would only measure
 * throttling, and take the share of other programs.
 */
final class Quota {
  static final int REQUESTS = 1_500;
  static final int WINDOW_SECONDS = 30;

  private Quota() {}

  /**
   * @throws dev.rollcall.target.InvalidSetting if the plan goes beyond the ceiling
   */
  static void require(LoadPlan plan) {
    if (plan.mostWithin(WINDOW_SECONDS) > REQUESTS) {
      throw Settings.invalid(
          Setting.RATE,
          LoadPlan.plain(plan.rate()),
          "the plan sends "
              + plan.mostWithin(WINDOW_SECONDS)
              + " requests in "
              + WINDOW_SECONDS
              + " s, documented are "
              + REQUESTS
              + "; give --rate "
              + REQUESTS / WINDOW_SECONDS
              + " or less");
    }
  }
}
