package dev.rollcall.cli;

import dev.rollcall.load.merge.Merge;
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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code merge}: adds the results of all shards of a load up. */
final class MergeCommand implements SubCommand {
  private final List<String> folders;
  private final WorkflowStep step;

  /**
   * @param folders each with the {@code load.json} of one shard
   */
  MergeCommand(List<String> folders, WorkflowStep step) {
    this.folders = List.copyOf(folders);
    this.step = step;
  }

  @Override
  public int run(Settings settings, PrintStream out) {
    Path folder = settings.value(Setting.OUT).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
    List<Path> parts = folders.stream().map(MergeCommand::path).toList();
    if (parts.stream().anyMatch(part -> isSame(part, folder))) {
      throw Settings.invalid(
          Setting.OUT,
          folder.toString(),
          "that folder holds a shard, which the sum would replace; name another");
    }
    LoadResult result = Merge.of(parts);
    ResultFiles.write(result, folder);
    Pages.render(folder);
    step.tell(out, Annotations.of(result, folder), StepSummary.of(result));
    new ConsoleReport(out).print(result, folder);
    return result.verdict().exitCode();
  }

  private static Path path(String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new InvalidSetting(folder + ": that is no path; name a folder");
    }
  }

  private static boolean isSame(Path a, Path b) {
    return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
  }
}
