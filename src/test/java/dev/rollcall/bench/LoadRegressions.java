package dev.rollcall.bench;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a service worse in one way after the other, and prints what load says of it. */
final class LoadRegressions {
  private LoadRegressions() {}

  /**
   * @param args a folder for results, the jar, and names of regressions; all of them if none is
   *     named. The exit code is 1 if one was missed, or a healthy service failed.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Regression> wanted =
        args.length > 2
            ? Arrays.stream(args).skip(2).map(Regression::valueOf).toList()
            : List.of(Regression.values());
    Set<LoadProfile> clean = EnumSet.noneOf(LoadProfile.class);
    boolean good = true;
    try (RegressionRuns runs = RegressionRuns.in(Path.of(args[0]), Path.of(args[1]))) {
      System.out.println("| injected | verdict | reasons | beside the clean run | caught |");
      System.out.println("|---|---|---|---|---|");
      for (Regression each : wanted) {
        if (clean.add(each.profile())) {
          LoadResult healthy = runs.clean(each, each.profile().seconds());
          boolean passed = healthy.verdict() == LoadVerdict.PASSED;
          print("nothing, profile " + each.profile().label(), healthy, passed ? "" : "FALSE ALARM");
          good &= passed;
        }
        LoadResult result = runs.with(each, each.seconds());
        boolean caught = RegressionRuns.isCaught(each, result);
        print(each.text(), result, caught ? "yes" : "MISSED");
        good &= caught;
      }
    }
    System.exit(good ? 0 : 1);
  }

  private static void print(String injected, LoadResult result, String caught) {
    String trends =
        Optional.ofNullable(result.baseline()).stream()
            .flatMap(each -> each.figures().stream())
            .map(figure -> figure.name() + " " + figure.trend())
            .collect(Collectors.joining(", "));
    System.out.printf(
        "| %s | %s | %s | %s | %s |%n",
        injected, result.verdict(), String.join("; ", result.reasons()), trends, caught);
  }
}
