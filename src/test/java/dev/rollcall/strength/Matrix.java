package dev.rollcall.strength;

import dev.rollcall.contract.ContractRun;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.ContractResult;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the catalogue against one fault after the other, each in a fake of its own, in this process.
 *
 * <p>The same checks judge every version, so that a fault which they find in v1.0 need not be tried
 * in beta as well; that saves half of the time.
 */
final class Matrix implements AutoCloseable {
  /** Runs that mostly wait, at the same time; more would only crowd the processors at the start. */
  private static final int WAITING = 4;

  /** A sign of life after so many. */
  private static final int STEP = 50;

  private final Path folder;
  private final ExecutorService working;
  private final ExecutorService waiting = Executors.newFixedThreadPool(WAITING);

  /**
   * @param folder for the files of the runs, which nobody reads
   * @param workers how many runs at the same time
   */
  Matrix(Path folder, int workers) {
    this.folder = folder;
    this.working = Executors.newFixedThreadPool(workers);
  }

  /** A run without any fault, in every version. */
  ContractResult clean() {
    return run(List.of(), "", List.of());
  }

  /** One trial for each fault, in the same order. */
  List<Trial> trials(List<Seeded> faults) throws InterruptedException, ExecutionException {
    var running = new ArrayList<Future<Trial>>();
    for (Seeded fault : faults) {
      running.add((fault.isSlow() ? waiting : working).submit(() -> trial(fault)));
    }
    var trials = new ArrayList<Trial>();
    for (Future<Trial> each : running) {
      trials.add(each.get());
      if (trials.size() % STEP == 0) {
        System.out.println(trials.size() + " of " + faults.size() + " faults tried");
      }
    }
    return List.copyOf(trials);
  }

  private Trial trial(Seeded fault) {
    Trial stable = trial(fault, "/v1.0");
    return stable.killedBy().isEmpty() ? stable.and(trial(fault, "/beta")) : stable;
  }

  private Trial trial(Seeded fault, String version) {
    // Where every exchange takes the whole deadline: only the checks of that operation.
    List<String> only = fault.isSlow() ? List.of(fault.operation()) : List.of();
    return Trial.of(fault, run(List.of(fault.id()), version, only));
  }

  private ContractResult run(List<String> faults, String version, List<String> only) {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withFaults(faults))) {
      var settings = new EnumMap<Setting, List<String>>(Setting.class);
      settings.put(Setting.TARGET, List.of(fake.baseUrl() + version));
      settings.put(Setting.ONLY, only);
      settings.put(
          Setting.OUT, List.of(folder.resolve(Thread.currentThread().getName()).toString()));
      return ContractRun.of(Settings.exactly(settings)).result();
    }
  }

  @Override
  public void close() {
    working.shutdownNow();
    waiting.shutdownNow();
  }
}
