package dev.rollcall.report.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the result files of a folder hold, as far as they can be read.
 *
 * @param contractGap why there is no contract result; empty if there is one
 * @param loadGap why there is no load result; empty if there is one
 * @param historyGap why there is no history although there is a file; empty otherwise
 * @param gatling whether Gatling's own report stands beside them
 */
public record Results(
    Optional<ContractResult> contract,
    String contractGap,
    Optional<LoadResult> load,
    String loadGap,
    Optional<LoadHistory> history,
    String historyGap,
    boolean gatling) {

  private static final String GATLING = "gatling/index.html";
  private static final String UNFINISHED = "no result: the run did not finish";

  public static Results in(Path folder) {
    Attempt<ContractResult> contract =
        Attempt.at(folder.resolve(ResultFiles.CONTRACT), () -> ResultFiles.contract(folder));
    Attempt<LoadResult> load =
        Attempt.at(folder.resolve(ResultFiles.LOAD), () -> ResultFiles.load(folder));
    Path earlier = folder.resolve(ResultFiles.HISTORY);
    Attempt<LoadHistory> history = Attempt.at(earlier, () -> ResultFiles.history(folder));
    return new Results(
        contract.result(),
        contract.gap(),
        load.result(),
        load.gap(),
        history.result(),
        Files.exists(earlier) ? history.gap() : "",
        Files.isRegularFile(folder.resolve(GATLING)));
  }

  private record Attempt<T>(Optional<T> result, String gap) {

    static <T> Attempt<T> at(Path file, Supplier<T> read) {
      if (Files.notExists(file)) {
        return new Attempt<>(Optional.empty(), UNFINISHED);
      }
      try {
        return new Attempt<>(Optional.of(read.get()), "");
      } catch (UnreadableResult e) {
        return new Attempt<>(Optional.empty(), e.getMessage());
      }
    }
  }
}
