package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.plan.Errand.Kind;
import dev.rollcall.report.result.LoadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static final Mix MIX = new Mix(Map.of(Kind.BATCH, 3, Kind.SINGLE, 1), 1, 650, 20);
  private static final List<String> IDS = IntStream.range(0, 2_000).mapToObj(i -> "u" + i).toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void allPartsTogetherAreTheWhole(int parts) {
    requireSame(new Stages(List.of(new Stage(3, 50, 20), Stage.constant(9.7, 13))), parts);
    requireSame(new Polling(90, Duration.ofSeconds(7), Duration.ofSeconds(2), 30), parts);
  }

  private static void requireSame(Shape shape, int parts) {
    LoadPlan whole = Plans.of(shape, MIX, 0, Shard.WHOLE);
    List<LoadPlan> plans =
        IntStream.rangeClosed(1, parts)
            .mapToObj(i -> Plans.of(shape, MIX, 0, new Shard(i, parts)))
            .toList();
    for (int second = 0; second < whole.allSeconds(); second++) {
      int at = second;
      List<Long> shares = plans.stream().map(plan -> plan.requestsIn(at)).toList();
      assertEquals(
          whole.requestsIn(second), shares.stream().mapToLong(Long::longValue).sum(), "in " + at);
    }
    assertEquals(errands(List.of(whole)), errands(plans));
  }

  private static List<Errand> errands(List<LoadPlan> plans) {
    List<Errand> errands = new ArrayList<>();
    plans.forEach(
        plan ->
            LongStream.range(0, plan.allRequests()).mapToObj(plan::errand).forEach(errands::add));
    errands.sort(Comparator.comparing(Errand::kind).thenComparing(Errand::size));
    return errands;
  }

  @Test
  void eachPartHasUsersOfItsOwnWhereThereAreEnough() {
    Set<String> first = users(new Shard(1, 3), 600);
    Set<String> second = users(new Shard(2, 3), 600);
    assertEquals(667, first.size());
    assertEquals(667, second.size());
    assertTrue(first.stream().noneMatch(second::contains));
    assertEquals(2_000, users(new Shard(1, 4), 600).size(), "500 are too few for a request of 600");
  }

  private static Set<String> users(Shard shard, int batch) {
    LoadPlan plan = Plans.of(Stages.constant(30, 20), Mix.ofBatches(batch), 0, shard);
    UserPool pool = UserPool.of(IDS, plan);
    Set<String> users = new HashSet<>();
    LongStream.range(0, plan.allRequests()).forEach(i -> users.addAll(pool.batch(i, batch)));
    return users;
  }

  @Test
  void theResultNamesThePartAndNothingOfTheWhole() {
    assertEquals(new LoadResult.Shard(2, 3, null), new Shard(2, 3).told());
    assertNull(Shard.WHOLE.told());
  }
}
