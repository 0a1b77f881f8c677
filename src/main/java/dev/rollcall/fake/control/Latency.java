package dev.rollcall.fake.control;

import dev.rollcall.fake.call.GraphOperation;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** How long answers are held back. The n-th answer waits as long in every run. */
public final class Latency {
  /** No answer waits longer. */
  static final int LONGEST_MILLIS = 60_000;

  private static final long SEED = 650;

  private final AtomicLong drawn = new AtomicLong();
  private volatile Optional<Spread> spread = Optional.empty();

  /**
   * How the delays are spread.
   *
   * @param operation whose answers are held back; empty when those of all
   * @param millis of one answer
   * @param shown as it was sent
   */
  record Spread(
      Optional<GraphOperation> operation,
      ToDoubleFunction<SplittableRandom> millis,
      Map<String, Object> shown) {}

  void set(Optional<Spread> value) {
    drawn.set(0);
    spread = value;
  }

  Map<String, Object> shown() {
    return spread.map(Spread::shown).orElse(Map.of());
  }

  /** How long the next answer waits; 0 for not at all. */
  public int next(Optional<GraphOperation> asked) {
    Optional<Spread> now = spread;
    return now.isEmpty() ? 0 : drawn(now.get(), asked);
  }

  private int drawn(Spread now, Optional<GraphOperation> asked) {
    if (now.operation().isPresent() && !now.operation().equals(asked)) {
      return 0;
    }
    double millis =
        now.millis().applyAsDouble(new SplittableRandom(SEED + drawn.getAndIncrement()));
    return (int) Math.min(LONGEST_MILLIS, Math.round(millis));
  }
}
