package dev.rollcall.strength;

import dev.rollcall.contract.ContractRun;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.result.ContractResult;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the catalogue against one fault after the other, each in a fake of its own, in this process.
 *
 * <p>The same checks judge every version, so that a fault which they find in v1.0 need not be tried
 * in beta as well. And a fault that spoils the answers of one operation is tried on the checks that
 * call it: no other can tell.
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
    List<Future<Trial>> slow =
        submit(faults.stream().filter(Seeded::isSlow), waiting, Callers.all());
    List<Trial> ofTheWire =
        results(
            submit(
                faults.stream().filter(fault -> fault.isOfTheWire() && !fault.isSlow()),
                working,
                Callers.all()));
    List<Trial> others =
        results(
            submit(
                faults.stream().filter(fault -> !fault.isOfTheWire()),
                working,
                Callers.seenIn(ofTheWire)));
    Map<Seeded, Trial> tried =
        Stream.of(results(slow), ofTheWire, others)
            .flatMap(List::stream)
            .collect(Collectors.toMap(Trial::fault, trial -> trial));
    return faults.stream().map(tried::get).toList();
  }

  private List<Future<Trial>> submit(
      Stream<Seeded> faults, ExecutorService threads, Callers callers) {
    return faults.map(fault -> threads.submit(() -> trial(fault, callers))).toList();
  }

  private static List<Trial> results(List<Future<Trial>> running)
      throws InterruptedException, ExecutionException {
    var trials = new ArrayList<Trial>();
    for (Future<Trial> each : running) {
      trials.add(each.get());
      if (trials.size() % STEP == 0) {
        System.out.println(trials.size() + " of " + running.size() + " faults tried");
      }
    }
    return List.copyOf(trials);
  }

  private Trial trial(Seeded fault, Callers callers) {
    // Where every exchange takes the whole deadline: only the checks of that operation.
    List<String> only = fault.isSlow() ? List.of(fault.operation()) : callers.of(fault);
    Trial stable = Trial.of(fault, run(List.of(fault.id()), "/v1.0", only));
    return stable.killedBy().isEmpty()
        ? stable.and(Trial.of(fault, run(List.of(fault.id()), "/beta", List.of())))
        : stable;
  }

  private ContractResult run(List<String> faults, String version, List<String> only) {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withFaults(faults))) {
      var settings = new EnumMap<Setting, List<String>>(Setting.class);
      settings.put(Setting.TARGET, List.of(fake.baseUrl() + version));
      settings.put(Setting.ONLY, only);
      settings.put(Setting.SEED, List.of("1")); // or what random sequences find would come and go
      settings.put(
          Setting.OUT, List.of(folder.resolve(Thread.currentThread().getName()).toString()));
      return ContractRun.inTurn(Settings.exactly(settings)).result();
    }
  }

  @Override
  public void close() {
    working.shutdownNow();
    waiting.shutdownNow();
  }
}
