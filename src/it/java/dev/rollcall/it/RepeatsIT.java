package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.contract.ContractRun;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No false alarm, however often the catalogue is run: in parallel, in random order, beside load.
 * {@code -Drepeats.runs=30} makes it thirty runs on the idle machine and thirty on the busy one.
 */
class RepeatsIT {
  private static final int RUNS = Integer.getInteger("repeats.runs", 2);
  private static final int SEEDS = 20;
  private static PresenceFake fake;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    fake = PresenceFake.start(FakeOptions.defaults());
  }

  @AfterAll
  static void stop() {
    fake.close();
  }

  @Test
  void everyRunOfTheWholeCatalogueIsClean() {
    IntStream.range(0, RUNS).forEach(run -> assertClean(Map.of()));
  }

  @Test
  void soIsEveryRunOnABusyMachine() throws InterruptedException {
    var over = new CountDownLatch(1);
    List<Thread> busy =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(each -> new Thread(() -> spin(over), "busy-" + each))
            .toList();
    busy.forEach(Thread::start);
    try {
      IntStream.range(0, RUNS).forEach(run -> assertClean(Map.of()));
    } finally {
      over.countDown();
      for (Thread thread : busy) {
        thread.join();
      }
    }
  }

  @Test
  void soAreRandomSequencesOfManySeeds() {
    IntStream.range(0, SEEDS)
        .forEach(
            seed ->
                assertClean(
                    Map.of(
                        Setting.ONLY, List.of("sequences"),
                        Setting.SEED, List.of(Integer.toString(seed)))));
  }

  private static void spin(CountDownLatch over) {
    while (over.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private void assertClean(Map<Setting, List<String>> more) {
    var given = new EnumMap<Setting, List<String>>(Setting.class);
    given.put(Setting.TARGET, List.of(fake.baseUrl()));
    given.put(Setting.OUT, List.of(folder.toString()));
    given.putAll(more);
    ContractResult result = ContractRun.of(Settings.exactly(given)).result();
    assertEquals(
        List.of(),
        result.checks().stream()
            .filter(f -> f.outcome() != Outcome.PASSED && f.outcome() != Outcome.SKIPPED)
            .map(f -> f.id() + " " + f.version() + ": " + f.reason() + f.expected() + f.actual())
            .toList());
    assertEquals(List.of(), result.violations());
  }
}
