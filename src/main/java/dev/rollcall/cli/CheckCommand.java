package dev.rollcall.cli;

import dev.rollcall.contract.Catalogue;
import dev.rollcall.contract.Check;
import dev.rollcall.contract.ContractRun;
import dev.rollcall.report.ConsoleReport;
import dev.rollcall.report.ContractResult;
import dev.rollcall.report.Outcome;
import dev.rollcall.report.Pages;
import dev.rollcall.report.ResultFiles;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code check}: judges a target. */
final class CheckCommand implements SubCommand {

  @Override
  public int run(Settings settings, PrintStream out) {
    requireKnownSelection(settings.list(Setting.ONLY));
    if (settings.flag(Setting.DRY_RUN)) {
      list(settings.list(Setting.ONLY), out);
      return 0;
    }
    Path folder = settings.value(Setting.OUT).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
    ContractRun run = ContractRun.of(settings);
    ContractResult result = run.result();
    Pages.render(folder);
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

  private static void list(List<String> only, PrintStream out) {
    for (Catalogue.Entry entry : Catalogue.entries()) {
      if (only.isEmpty() || only.stream().anyMatch(entry::isSelectedBy)) {
        Check check = entry.check();
        out.printf(
            "%-44s %-6s %-10s %s%n", check.id(), check.level(), check.basis(), entry.title());
      }
    }
  }
}
