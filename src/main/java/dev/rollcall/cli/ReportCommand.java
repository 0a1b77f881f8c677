package dev.rollcall.cli;

import dev.rollcall.report.Gate;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * {@code report}: renders the pages of a run again; with {@code --gate} decides whether a build may
 * be green.
 */
final class ReportCommand implements SubCommand {

  @Override
  public int run(Settings settings, PrintStream out) {
    Path folder = settings.value(Setting.IN).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
    if (settings.flag(Setting.GATE)) {
      Gate.close(folder, out);
    } else {
      Pages.render(folder);
    }
    return 0;
  }
}
