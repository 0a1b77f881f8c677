package dev.rollcall.cli;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.contract.Check;
import dev.rollcall.contract.CheckPlan;
import dev.rollcall.contract.CheckPlan.Line;
import dev.rollcall.contract.ContractRun;
import dev.rollcall.report.ConsoleReport;
import dev.rollcall.report.ci.Annotations;
import dev.rollcall.report.ci.StepSummary;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Usage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code check}: judges a target. */
final class CheckCommand implements SubCommand {
  private final WorkflowStep step;

  CheckCommand(WorkflowStep step) {
    this.step = step;
  }

  @Override
  public int run(Settings settings, PrintStream out) {
    requireKnownSelection(settings.list(Setting.ONLY));
    if (settings.flag(Setting.DRY_RUN)) {
      list(CheckPlan.of(settings), out);
      return 0;
    }
    return Written.beforeTheEnd(() -> judge(settings, out));
  }

  private int judge(Settings settings, PrintStream out) {
    Path folder = settings.value(Setting.OUT).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
    ContractRun run = ContractRun.of(settings, out);
    ContractResult result = run.result();
    Pages.render(folder);
    step.tell(out, Annotations.of(result, folder), StepSummary.of(result));
    if (result.checks().isEmpty()) {
      throw new InvalidSetting(result.reason());
    }
    new ConsoleReport(out).print(result, folder);
    long judged =
        result.checks().stream().filter(check -> check.outcome() != Outcome.SKIPPED).count();
    out.printf(
        Locale.ROOT,
        "%d exchanges, %.1f per check%n",
        run.exchanges(),
        judged == 0 ? 0.0 : (double) run.exchanges() / judged);
    run.usage().map(Usage::sentence).ifPresent(out::println);
    return result.verdict().exitCode();
  }

  private static void requireKnownSelection(List<String> only) {
    for (String tag : only) {
      if (Catalogue.entries().stream().noneMatch(entry -> entry.isSelectedBy(tag))) {
        throw Settings.invalid(
            Setting.ONLY, tag, "it selects no check; list the ids with check --dry-run");
      }
    }
  }

  /** Every check, then how many would run, and what keeps the others from it. */
  private static void list(CheckPlan plan, PrintStream out) {
    for (Line line : plan.lines()) {
      Check check = line.entry().check();
      out.printf(
          "%-5s %-45s %-6s %-10s %s%s%n",
          line.version(),
          check.id(),
          check.level(),
          check.basis(),
          line.entry().title(),
          line.whyNot().map(why -> "; skipped: " + why).orElse(""));
    }
    out.println();
    plan.target().forEach(out::println);
    out.printf(
        "%d checks would run, %d would be skipped; about %d requests%s%n",
        plan.running(),
        plan.lines().size() - plan.running(),
        plan.requests(),
        plan.length().map(length -> ", " + length.toSeconds() + " s at this pace").orElse(""));
    plan.unlocks().forEach((remedy, checks) -> out.printf("%+5d: needs %s%n", checks, remedy));
    plan.lines().stream()
        .filter(line -> line.lacks().isEmpty())
        .flatMap(line -> line.whyNot().stream())
        .collect(Collectors.groupingBy(why -> why, LinkedHashMap::new, Collectors.counting()))
        .forEach((why, checks) -> out.printf("%5d: %s%n", checks, why));
  }
}
