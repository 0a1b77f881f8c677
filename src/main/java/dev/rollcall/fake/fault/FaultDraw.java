package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.GraphOperation;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides of one request after the other whether a fault meets it. The n-th decision is the same in
 * every run.
 */
final class FaultDraw {
  private final FaultPlan plan;
  private final AtomicLong drawn = new AtomicLong();
  private final AtomicLong remaining;

  FaultDraw(FaultPlan plan) {
    this.plan = plan;
    this.remaining = new AtomicLong(plan.next().orElse(0L));
  }

  FaultPlan plan() {
    return plan;
  }

  boolean meets(Optional<GraphOperation> asked) {
    if (!plan.meets(asked)) {
      return false;
    }
    boolean due =
        plan.next().isEmpty() || remaining.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    return due && plan.share().map(this::drawn).orElse(true);
  }

  private boolean drawn(double share) {
    return new SplittableRandom(plan.seed() + drawn.getAndIncrement()).nextDouble() < share;
  }

  boolean over() {
    return plan.next().isPresent() && remaining.get() == 0;
  }

  Object shown() {
    return plan.shown(plan.next().map(each -> remaining.get()));
  }
}
