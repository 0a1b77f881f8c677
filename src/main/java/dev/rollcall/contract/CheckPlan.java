package dev.rollcall.contract;

import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.List;
import java.util.Optional;

/** What a run with the same settings would try, and why it would leave the rest. */
public final class CheckPlan {
  private CheckPlan() {}

  /**
   * A check in one version.
   *
   * @param whyNot empty if it would run
   */
  public record Line(Entry entry, String version, Optional<String> whyNot) {}

  /**
   * Opens the target to learn what it can do, and judges nothing.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is of no use
   * @throws dev.rollcall.target.Unreachable if nothing answers
   */
  public static List<Line> of(Settings settings) {
    List<String> only = settings.list(Setting.ONLY);
    try (Run run = Run.open(settings)) {
      return Catalogue.entries().stream()
          .filter(entry -> only.isEmpty() || only.stream().anyMatch(entry::isSelectedBy))
          .flatMap(entry -> run.editions().stream().map(edition -> line(entry, edition, run)))
          .toList();
    }
  }

  private static Line line(Entry entry, Edition edition, Run run) {
    return new Line(
        entry,
        edition.version(),
        ContractExtension.unfit(entry.check(), run).or(() -> edition.unpromised(entry)));
  }
}
