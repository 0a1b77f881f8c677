package dev.rollcall.load.judge;

import dev.rollcall.load.plan.Validation;
import dev.rollcall.report.result.LoadResult.Problem;
import dev.rollcall.report.result.LoadVerdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a run beside its figures.
 *
 * @param stopped why it was given up; empty if it was not
 * @param remarks on why it is not what was asked for
 * @param fakeCpuSeconds of our fake in a process of its own
 */
public record Observed(
    Validation validation,
    List<Problem> problems,
    Optional<String> stopped,
    List<String> remarks,
    Optional<Double> fakeCpuSeconds) {

  /** The verdict, with what it cannot know of. */
  public Settlement qualified(Settlement of) {
    List<String> reasons =
        Stream.of(stopped.stream(), remarks.stream(), of.reasons().stream())
            .flatMap(each -> each)
            .toList();
    return new Settlement(verdict(of.verdict()), reasons, of.slos());
  }

  private LoadVerdict verdict(LoadVerdict of) {
    if (stopped.isPresent()) {
      return LoadVerdict.FAILED;
    }
    return remarks.isEmpty() || of == LoadVerdict.FAILED ? of : LoadVerdict.INVALID;
  }
}
