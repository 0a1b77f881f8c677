package dev.rollcall.cli;

import dev.rollcall.load.DryRun;
import dev.rollcall.load.past.History;
import dev.rollcall.report.ConsoleReport;
import dev.rollcall.report.ci.Annotations;
import dev.rollcall.report.ci.StepSummary;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** {@code load}: loads a target with batch lookups. */
final class LoadCommand implements SubCommand {
  private final WorkflowStep step;

  LoadCommand(WorkflowStep step) {
    this.step = step;
  }

  @Override
  public int run(Settings settings, PrintStream out) {
    if (settings.flag(Setting.DRY_RUN)) {
      DryRun dryRun = DryRun.of(settings, InstantSource.system());
      dryRun.lines().forEach(out::println);
      dryRun
          .refusal()
          .ifPresent(
              sentence -> {
                throw new InvalidSetting(sentence);
              });
      return 0;
    }
    Path folder = settings.value(Setting.OUT).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
    Optional<History> history = settings.value(Setting.HISTORY).map(History::in);
    LoadResult result = GatlingRun.run(settings, folder);
    history.ifPresent(runs -> keep(runs, result, folder, out));
    Pages.render(folder);
    step.tell(out, Annotations.of(result, folder), StepSummary.of(result));
    new ConsoleReport(out).print(result, folder);
    return result.verdict().exitCode();
  }

  private static void keep(History runs, LoadResult result, Path folder, PrintStream out) {
    History.Kept kept = runs.keep(result);
    ResultFiles.write(kept.history(), folder);
    kept.warnings().forEach(out::println);
  }
}
