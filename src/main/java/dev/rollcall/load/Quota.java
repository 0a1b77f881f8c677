package dev.rollcall.load;

import dev.rollcall.report.LoadResult.QuotaUse;
import dev.rollcall.target.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a plan keeps budgets. A plan beyond one would only measure throttling, and take the share
 * of other programs. Warm-up counts; what others than the plan send does not.
 */
final class Quota {
  private static final long NANOS = 1_000_000_000;
  private static final int TRIES = 100;

  private final List<Budget> budgets;

  private Quota(List<Budget> budgets) {
    this.budgets = budgets;
  }

  static Quota of(List<Budget> budgets) {
    return new Quota(budgets);
  }

  /** How much of each budget the plan takes; of one that it does not touch, nothing is said. */
  List<QuotaUse> uses(LoadPlan plan) {
    return budgets.stream()
        .map(
            budget ->
                new QuotaUse(
                    budget.label(),
                    most(plan, budget),
                    limit(plan, budget),
                    budget.windowSeconds()))
        .filter(use -> use.most() > 0)
        .toList();
  }

  /** Why the plan may not be sent, and what may; empty if it keeps every budget. */
  Optional<String> refusal(LoadPlan plan) {
    return uses(plan).stream()
        .filter(use -> use.most() > use.limit())
        .findFirst()
        .map(use -> refusal(plan, use));
  }

  private String refusal(LoadPlan plan, QuotaUse use) {
    return String.format(
        Locale.ROOT,
        "profile %s at %s a second makes up to %,d requests in %d s, %s allows %,d%s; %s",
        plan.profile(),
        LoadPlan.plain(plan.rate()),
        use.most(),
        (int) use.windowSeconds(),
        use.budget(),
        use.limit(),
        plan.shard().isWhole() ? "" : " for shard " + plan.shard(),
        remedy(plan, (double) use.limit() / use.most()));
  }

  private String remedy(LoadPlan plan, double factor) {
    if (plan.beyond().isPresent()) { // at a lower rate it would find out nothing
      return "give "
          + Setting.QUOTA.option()
          + " "
          + Budget.PRESENCE
          + " to keep that one alone, if the operator knows";
    }
    double rate = plan.rate() * factor;
    for (int i = 0; i < TRIES; i++) {
      double plain = rate >= 1 ? hundredths(rate) : rate;
      if (keeps(plan.peakingAt(plain))) {
        return "give --rate " + LoadPlan.plain(plain) + " or less";
      }
      rate *= 0.99;
    }
    return "give a shorter --duration or another --profile";
  }

  private boolean keeps(LoadPlan plan) {
    return budgets.stream().allMatch(budget -> most(plan, budget) <= limit(plan, budget));
  }

  private static double hundredths(double rate) {
    return Math.floor(100 * rate + 1e-6) / 100;
  }

  private static long limit(LoadPlan plan, Budget budget) {
    return plan.shard().share(budget.requests());
  }

  /**
   * The most that counts within any window. Enough to look at those that end with a request; the
   * one at their very beginning is over.
   */
  static long most(LoadPlan plan, Budget budget) {
    long most = 0;
    long within = 0;
    long oldest = 0;
    for (long index = 0; index < plan.allRequests(); index++) {
      within += budget.cost(plan.errand(index));
      long over = plan.offsetNanos(index) - budget.windowSeconds() * NANOS;
      while (plan.offsetNanos(oldest) <= over) {
        within -= budget.cost(plan.errand(oldest));
        oldest++;
      }
      most = Math.max(most, within);
    }
    return most;
  }
}
