package dev.rollcall.load.plan;

import dev.rollcall.report.result.LoadResult.QuotaUse;
import dev.rollcall.target.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a plan keeps budgets. A plan beyond one would only measure throttling, and take the share
 * of other programs. Warm-up counts; what others than the plan send does not.
 */
public final class Quota {
  private static final long NANOS = 1_000_000_000;
  private static final int TRIES = 100;

  private final List<Budget> budgets;

  private Quota(List<Budget> budgets) {
    this.budgets = budgets;
  }

  public static Quota of(List<Budget> budgets) {
    return new Quota(budgets);
  }

  /** How much of each budget the plan takes; of one that it does not touch, nothing is said. */
  public List<QuotaUse> uses(LoadPlan plan) {
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
  public Optional<String> refusal(LoadPlan plan) {
    return uses(plan).stream()
        .filter(use -> use.most() > use.limit())
        .max(Comparator.comparingDouble(use -> (double) use.most() / use.limit()))
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
    long window = budget.windowSeconds() * NANOS;
    Moments newest = new Moments(plan);
    Moments oldest = new Moments(plan);
    byte[] costs = costs(plan, budget);
    int last = costs.length - 1; // 0 where all cost the same
    long most = 0;
    long within = 0;
    for (int index = 0, first = 0; index < plan.allRequests(); index++, newest.next()) {
      within += costs[Math.min(index, last)];
      while (oldest.nanos() <= newest.nanos() - window) {
        within -= costs[Math.min(first++, last)];
        oldest.next();
      }
      most = Math.max(most, within);
    }
    return most;
  }

  private static byte[] costs(LoadPlan plan, Budget budget) {
    byte[] costs = new byte[plan.mix().isUniform() ? 1 : (int) plan.allRequests()];
    for (int index = 0; index < costs.length; index++) {
      costs[index] = (byte) budget.cost(plan.errand(index));
    }
    return costs;
  }

  /** When requests leave, one after another: the same as the plan says of each, told faster. */
  private static final class Moments {
    private final LoadPlan plan;
    private int second;
    private long inSecond;
    private long ofSecond;

    Moments(LoadPlan plan) {
      this.plan = plan;
      this.ofSecond = plan.requestsIn(0);
      skip();
    }

    long nanos() {
      return second * NANOS + NANOS * inSecond / ofSecond;
    }

    void next() {
      inSecond++;
      skip();
    }

    private void skip() {
      while (inSecond == ofSecond && second < plan.allSeconds() - 1) {
        second++;
        inSecond = 0;
        ofSecond = plan.requestsIn(second);
      }
    }
  }
}
