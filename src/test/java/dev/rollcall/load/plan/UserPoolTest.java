package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.StandIn;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPoolTest {
  @TempDir Path folder;

  @Test
  void aBatchNamesEachUserOnceAndDependsOnItsNumberAlone() {
    List<String> ids = IntStream.range(0, 1_000).mapToObj(i -> "u" + i).toList();
    UserPool pool = UserPool.of(ids);
    Set<List<String>> different = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (int index = 0; index < 200; index++) {
      List<String> batch = pool.batch(index, 100);
      assertEquals(100, Set.copyOf(batch).size());
      assertEquals(batch, UserPool.of(ids).batch(index, 100));
      different.add(batch);
      named.addAll(batch);
    }
    assertTrue(different.size() > 150, different.size() + " different batches");
    assertEquals(1_000, named.size());
    assertNotEquals(ids.subList(0, 100), pool.batch(0, 100));
  }

  @Test
  void aBatchMayBeEverybody() {
    assertEquals(
        Set.of("a", "b", "c"), Set.copyOf(UserPool.of(List.of("a", "b", "c")).batch(7, 3)));
  }

  @Test
  void someAreAskedForMoreOftenAndNobodyTwiceInOneBatch() {
    List<String> ids = IntStream.range(0, 1_000).mapToObj(i -> "u" + i).toList();
    LoadPlan plan = Plans.of(Stages.constant(50, 19), Mix.ofBatches(20), 1, Shard.WHOLE);
    UserPool pool = UserPool.of(ids, plan);
    Map<String, Integer> times = new HashMap<>();
    for (int index = 0; index < 1_000; index++) {
      List<String> batch = pool.batch(index, 20);
      assertEquals(20, Set.copyOf(batch).size());
      assertEquals(batch, UserPool.of(ids, plan).batch(index, 20));
      batch.forEach(id -> times.merge(id, 1, Integer::sum));
    }
    List<Integer> often = times.values().stream().sorted(Comparator.reverseOrder()).toList();
    // The first would be 2.7 of 20 draws of 1,000 ranks, but once a batch; the last 0.003.
    assertTrue(often.get(0) > 850, often.get(0) + " of 1,000 batches name the first");
    assertTrue(often.get(500) < 20, often.get(500) + " name the middle");
    assertEquals(1_000, Set.copyOf(pool.batch(3, 1_000)).size(), "everybody, each once");
  }

  @Test
  void aFileHasOneIdALineBetweenBlanksAndComments() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("users.txt"), "# staff\na-1\n\n  b-2 \r\nA-1\n#c-3\nd-4\n");
    assertEquals(Set.of("a-1", "b-2", "d-4"), Set.copyOf(pool(file, 3).batch(0, 3)));
    assertEquals(
        "--users "
            + file
            + ": it names 3 users, one request asks for 4; name more or give a smaller --batch",
        assertThrows(InvalidSetting.class, () -> pool(file, 4)).getMessage());
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    Path file = folder.resolve("nowhere.txt");
    assertEquals(
        "--users "
            + file
            + ": the file cannot be read; name a text file of user ids in UTF-8, one a line",
        assertThrows(InvalidSetting.class, () -> pool(file, 1)).getMessage());
  }

  @Test
  void aFileOfAnotherKindIsNamed() throws IOException {
    Path file = Files.write(folder.resolve("image"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThrows(InvalidSetting.class, () -> pool(file, 1));
  }

  @Test
  void ourFakeNamesEverybodyItself() {
    try (StandIn fake = StandIn.ofOurFake(12)) {
      Settings settings = fake.settings(Map.of());
      try (Target target = Target.open(settings)) {
        assertEquals(12, Set.copyOf(UserPool.of(settings, target, plan(12)).batch(0, 12)).size());
        assertEquals(
            "--batch 13: the fake has 12 users; give a smaller batch or start it with more",
            assertThrows(InvalidSetting.class, () -> UserPool.of(settings, target, plan(13)))
                .getMessage());
      }
    }
  }

  private UserPool pool(Path file, int batch) {
    try (StandIn stranger = StandIn.ofAStranger()) {
      Settings settings = stranger.settings(Map.of(Setting.USERS, file.toString()));
      try (Target target = Target.open(settings)) {
        return UserPool.of(settings, target, plan(batch));
      }
    }
  }

  private static LoadPlan plan(int batch) {
    return new LoadPlan("x", 1, batch, 1, 1);
  }
}
