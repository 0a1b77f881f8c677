package dev.rollcall.load.plan;

import java.util.List;
import java.util.Optional;

/** Plans for tests, with one second of warm-up. */
final class Plans {
  private Plans() {}

  static LoadPlan of(Shape shape) {
    return of(shape, Mix.ofBatches(1), 0, Shard.WHOLE);
  }

  static LoadPlan of(Shape shape, Mix mix, double zipf, Shard shard) {
    return LoadPlan.of(
        new Profile(
            "x",
            1,
            Optional.of(shape),
            Optional.empty(),
            mix,
            zipf,
            Validation.ALL,
            Objectives.usual(),
            List.of(),
            Optional.empty()),
        shard);
  }
}
