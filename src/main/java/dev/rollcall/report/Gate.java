package dev.rollcall.report;

import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.Results;
import dev.rollcall.report.result.UnwritableResult;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.report.result.WholeFile;
import dev.rollcall.report.text.VerdictLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Decides whether a build may be green: the contract is kept, and the load run passed or could not
 * be expected to. A build without one of the results is red.
 */
public final class Gate {
  /** The file that a green build leaves behind, and no other. */
  static final String PASSED = "PASSED";

  private Gate() {}

  /**
   * What the gate says.
   *
   * @param lines one per verdict
   */
  record Decision(boolean green, List<String> lines) {
    Decision {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Renders the pages of a folder, prints a line per verdict, and leaves the file {@code PASSED}
   * behind if and only if the build may be green. That file is deleted first and written last, so
   * that nothing that goes wrong in between looks like success.
   *
   * @return whether the build may be green
   * @throws UnwritableResult if a page cannot be written
   */
  public static boolean close(Path folder, PrintStream out) {
    var passed = new WholeFile(folder.resolve(PASSED));
    passed.delete();
    Results results = Results.in(folder);
    Pages.render(results, folder);
    Decision decision = decide(results, shown(folder));
    decision.lines().forEach(out::println);
    if (decision.green()) {
      passed.write("both verdicts let the build go on\n");
    }
    return decision.green();
  }

  static Decision decide(Results results, Path folder) {
    return new Decision(
        results.contract().filter(Gate::lets).isPresent()
            && results.load().filter(Gate::lets).isPresent(),
        List.of(contractLine(results, folder), loadLine(results, folder)));
  }

  private static boolean lets(ContractResult contract) {
    return contract.verdict() == Verdict.CONFORMS;
  }

  private static boolean lets(LoadResult load) {
    return switch (load.verdict()) {
      case PASSED -> true;
      case FAILED -> false;
      case INVALID -> load.measuredEmbedded() || load.wasNotAllowed();
    };
  }

  private static String contractLine(Results results, Path folder) {
    Path page = folder.resolve(Pages.CONTRACT);
    return results
        .contract()
        .map(result -> VerdictLine.of(result, page))
        .orElseGet(() -> VerdictLine.missing("contract", results.contractGap(), page));
  }

  private static String loadLine(Results results, Path folder) {
    Path page = folder.resolve(Pages.INDEX);
    return results
        .load()
        .map(result -> VerdictLine.of(result, page) + warning(result))
        .orElseGet(() -> VerdictLine.missing("load", results.loadGap(), page));
  }

  private static String warning(LoadResult load) {
    boolean excused = load.verdict() == LoadVerdict.INVALID && lets(load) && !load.wasNotAllowed();
    return excused ? "  (a warning only, on the embedded fake)" : "";
  }

  /** The folder as a person in the working directory would name it. */
  private static Path shown(Path folder) {
    Path here = Path.of("").toAbsolutePath();
    Path there = folder.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there) : there;
  }
}
