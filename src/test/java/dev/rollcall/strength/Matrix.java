package dev.rollcall.strength;

import dev.rollcall.contract.ContractRun;
import dev.rollcall.report.ContractResult;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the catalogue against one fault after the other, each in a fake of its own, in this process.
 */
final class Matrix implements AutoCloseable {
  /** Runs that mostly wait, at the same time; more would only crowd the processors at the start. */
  private static final int WAITING = 4;

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

  /** A run without any fault. */
  ContractResult clean() {
    return run(Map.of());
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
      if (trials.size() % 50 == 0) {
        System.out.println(trials.size() + " of " + faults.size() + " faults tried");
      }
    }
    return List.copyOf(trials);
  }

  private Trial trial(Seeded fault) {
    var settings = new EnumMap<Setting, List<String>>(Setting.class);
    settings.put(Setting.FAULT, List.of(fault.id()));
    if (fault.isSlow()) {
      // Every exchange takes the whole deadline: only the checks of that operation.
      settings.put(Setting.ONLY, List.of(fault.operation()));
    }
    return Trial.of(fault, run(settings));
  }

  private ContractResult run(Map<Setting, List<String>> more) {
    var settings = new EnumMap<Setting, List<String>>(Setting.class);
    settings.put(Setting.OUT, List.of(folder.resolve(Thread.currentThread().getName()).toString()));
    settings.putAll(more);
    return ContractRun.of(Settings.exactly(settings)).result();
  }

  @Override
  public void close() {
    working.shutdownNow();
    waiting.shutdownNow();
  }
}
