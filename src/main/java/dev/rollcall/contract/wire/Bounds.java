package dev.rollcall.contract.wire;

import java.time.Duration;

/**
 * What no target may exceed.
 *
 * @param deadline of one exchange, from sending to the last byte
 * @param largestBody in bytes, after inflation
 * @param inARow so many deadlines missed, or requests throttled to the end, after which nothing
 *     more is sent
 */
public record Bounds(Duration deadline, int largestBody, int inARow) {
  /** Those of every run. */
  public static final Bounds USUAL = new Bounds(Duration.ofSeconds(10), 4 << 20, 3);
}
