package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.plan.Errand.Kind;
import dev.rollcall.report.result.LoadResult.QuotaUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final List<Budget> READS = Budget.named("read-api");
  private static final long WINDOW = 30_000_000_000L;

  @Test
  void theDocumentedCeilingCanBeReachedAndNotPassed() {
    assertEquals(Optional.empty(), refusal(new LoadPlan("x", 50, 650, 10, 300)));
    assertEquals(Optional.empty(), refusal(new LoadPlan("x", 100, 650, 3, 12)));
    assertEquals(
        Optional.of(
            "profile x at 50.1 a second makes up to 1,503 requests in 30 s, read-api of"
                + " getPresencesByUserId allows 1,500; give --rate 50 or less"),
        refusal(new LoadPlan("x", 50.1, 1, 10, 300)));
    assertTrue(refusal(new LoadPlan("x", 100, 1, 3, 13)).isPresent());
  }

  @Test
  void eachReadHasItsOwnBudgetAndPartsOfABundleCountEach() {
    LoadPlan plan =
        Plans.of(Stages.constant(2, 60), new Mix(Map.of(Kind.BUNDLE, 1), 1, 1, 20), 0, Shard.WHOLE);
    assertEquals(
        List.of(new QuotaUse("read-api of getPresence", 1_200, 1_500, 30)),
        Quota.of(READS).uses(plan));
    LoadPlan writes =
        Plans.of(Stages.constant(2, 60), new Mix(Map.of(Kind.WRITE, 1), 1, 1, 20), 0, Shard.WHOLE);
    assertEquals(
        List.of(new QuotaUse("presence", 120, 10_000, 30)),
        Quota.of(Budget.named("presence")).uses(writes));
  }

  @Test
  void partsOfAPlanHavePartsOfTheBudget() {
    LoadPlan plan = Plans.of(Stages.constant(48, 60), Mix.ofBatches(1), 0, new Shard(2, 4));
    assertEquals(
        List.of(new QuotaUse("read-api of getPresencesByUserId", 360, 375, 30)),
        Quota.of(READS).uses(plan));
  }

  /** Seeds are fixed: a failure names the plan, and comes again. */
  @Test
  void noWindowOfAnAdmittedPlanPassesABudgetAndOneOfARefusedPlanDoes() {
    int admitted = 0;
    int refused = 0;
    for (int seed = 0; seed < 120; seed++) {
      var random = new SplittableRandom(seed);
      LoadPlan plan = Plans.of(shape(random), mix(random), 0, new Shard(random.nextInt(1, 4), 3));
      LoadPlan one = random.nextBoolean() ? plan : whole(seed);
      List<Budget> budgets = tenths();
      boolean passes = false;
      for (Budget budget : budgets) {
        long limit = budget.requests() / one.shard().of();
        long most = mostByBruteForce(one, budget);
        assertEquals(most, Quota.most(one, budget), "seed " + seed + ", " + budget.label());
        passes |= most > limit;
      }
      assertEquals(passes, Quota.of(budgets).refusal(one).isPresent(), "seed " + seed);
      admitted += passes ? 0 : 1;
      refused += passes ? 1 : 0;
    }
    assertTrue(admitted > 20 && refused > 20, admitted + " admitted, " + refused + " refused");
  }

  @Test
  void whatTheRefusalAdvisesIsAdmitted() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new SplittableRandom(seed);
      LoadPlan plan = Plans.of(shape(random), Mix.ofBatches(1), 0, Shard.WHOLE);
      Optional<String> sentence = Quota.of(tenths()).refusal(plan);
      if (sentence.isPresent()) {
        String rate = sentence.get().replaceAll(".*--rate ([0-9.]+) or less", "$1");
        assertEquals(
            Optional.empty(),
            Quota.of(tenths()).refusal(plan.peakingAt(Double.parseDouble(rate))),
            "seed " + seed);
      }
    }
  }

  /** Bundles pass the limit further than batches do: the rate has to do for both. */
  @Test
  void theAdviceIsForTheBudgetThatIsPassedFurthest() {
    Mix mix = new Mix(Map.of(Kind.BATCH, 1, Kind.BUNDLE, 1), 1, 1, 20);
    LoadPlan plan = Plans.of(Stages.constant(5_000, 60), mix, 0, Shard.WHOLE);
    String sentence = refusal(plan).orElseThrow();
    assertTrue(sentence.contains("read-api of getPresence allows 1,500"), sentence);
    double rate = Double.parseDouble(sentence.replaceAll(".*--rate ([0-9.]+) or less", "$1"));
    assertEquals(4.5, rate, 0.6);
    assertEquals(Optional.empty(), refusal(plan.peakingAt(rate)));
  }

  private static Optional<String> refusal(LoadPlan plan) {
    return Quota.of(READS).refusal(plan);
  }

  /** Tenths of the documented budgets, so that to count by brute force takes a hundredth. */
  private static List<Budget> tenths() {
    return Stream.concat(READS.stream(), Budget.named("presence").stream())
        .map(
            each ->
                new Budget(
                    each.name(), each.operations(), each.requests() / 10, each.windowSeconds()))
        .toList();
  }

  private static LoadPlan whole(int seed) {
    var random = new SplittableRandom(seed);
    return Plans.of(shape(random), mix(random), 0, Shard.WHOLE);
  }

  private static Shape shape(SplittableRandom random) {
    int fastest = 2 + random.nextInt(11);
    if (random.nextInt(5) == 0) {
      return new Polling(
          fastest * 10, Duration.ofSeconds(10), Duration.ofSeconds(random.nextInt(5)), 70);
    }
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage(1, 1 + random.nextDouble() * fastest, 1 + random.nextInt(40)));
    for (int i = random.nextInt(4); i > 0; i--) {
      stages.add(
          new Stage(
              random.nextDouble() * fastest,
              random.nextDouble() * fastest,
              1 + random.nextInt(30)));
    }
    return new Stages(stages);
  }

  private static Mix mix(SplittableRandom random) {
    var weights = new EnumMap<Kind, Integer>(Kind.class);
    weights.put(Kind.BATCH, 1 + random.nextInt(20));
    weights.put(Kind.SINGLE, 1 + random.nextInt(5));
    weights.put(Kind.WRITE, 1 + random.nextInt(5));
    if (random.nextBoolean()) {
      weights.put(Kind.BUNDLE, 1);
    }
    return new Mix(weights, 1, 650, 1 + random.nextInt(20));
  }

  /** Windows that begin at every request, and a moment after it. */
  private static long mostByBruteForce(LoadPlan plan, Budget budget) {
    int all = (int) plan.allRequests();
    long[] due = new long[all];
    int[] cost = new int[all];
    for (int i = 0; i < all; i++) {
      due[i] = plan.offsetNanos(i);
      cost[i] = budget.cost(plan.errand(i));
    }
    long most = 0;
    for (int begin = 0; begin < all; begin++) {
      long within = 0;
      for (int i = begin; i < all && due[i] < due[begin] + WINDOW; i++) {
        within += cost[i];
      }
      most = Math.max(most, within);
    }
    return most;
  }
}
