package dev.rollcall.load.judge;

import dev.rollcall.report.result.LoadResult;

/**
 * One thing that a run must hold, and whether it did.
 *
 * @param isProof whether a miss speaks against the target however late the requests left
 * @param doubt why a miss cannot be laid at the target's door, or why there is no saying; empty
 *     where there is none
 */
record Finding(LoadResult.Slo slo, boolean isProof, String doubt) {

  /** Of what answers themselves show. */
  static Finding proof(String name, String limit, String actual, boolean met) {
    return new Finding(new LoadResult.Slo(name, limit, actual, met), true, "");
  }

  /** Of what a generator out of breath can spoil. */
  static Finding pace(String name, String limit, String actual, boolean met, String excuse) {
    return new Finding(new LoadResult.Slo(name, limit, actual, met), false, met ? "" : excuse);
  }

  /** Of what too little was measured for. */
  static Finding unjudged(String name, String limit, String why) {
    return new Finding(
        new LoadResult.Slo(name, limit, "not judged: " + why, false),
        false,
        name + " cannot be judged: " + why);
  }

  /** Whether the target missed it. */
  boolean isMissed() {
    return !slo.met() && doubt.isEmpty();
  }

  String sentence() {
    return slo.name() + ": " + slo.actual() + ", limit " + slo.limit();
  }
}
