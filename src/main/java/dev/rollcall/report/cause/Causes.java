package dev.rollcall.report.cause;

import dev.rollcall.report.result.ContractResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks through the exchanges of all that did not pass for what explains many findings at once. It
 * says only what these exchanges show, and calls the rest a guess: a check that passed leaves none.
 */
public final class Causes {
  /** Fewer instances may be chance. */
  static final int ENOUGH = 3;

  private Causes() {}

  /** Those that are seen, the one that is seen in most findings first. */
  public static List<Cause> of(ContractResult result) {
    List<Asked> all = Asked.of(result);
    Optional<Cause> everywhere = new Everywhere(result, all).cause();
    if (everywhere.isPresent()) {
      return List.of(everywhere.get()); // all else that is seen comes of it
    }
    return Stream.concat(new FixedAnswers(all).causes(), new Refusals(result, all).causes())
        .sorted(Comparator.comparing(Cause::findings).reversed())
        .toList();
  }
}
