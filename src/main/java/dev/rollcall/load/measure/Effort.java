package dev.rollcall.load.measure;

/**
 * What this process has spent since its meter was restarted.
 *
 * @param seconds that passed
 * @param cpuSeconds of all its threads; 0 where the platform does not tell
 * @param gcMillis in pauses of garbage collections
 * @param longestGcMillis the longest such pause
 */
public record Effort(double seconds, double cpuSeconds, long gcMillis, long longestGcMillis) {

  /** CPU as a share of what the machine had, 0 to 1. */
  double cpuShare(int processors) {
    double all = seconds * processors;
    return all <= 0 ? 0 : Math.min(1, Math.round(1_000 * cpuSeconds / all) / 1_000.0);
  }
}
