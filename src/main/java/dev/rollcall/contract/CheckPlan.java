package dev.rollcall.contract;

import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.ask.Edition;
import dev.rollcall.contract.ask.Run;
import dev.rollcall.target.Capability;
import dev.rollcall.target.Pace;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run with the same settings would try, and why it would leave the rest.
 *
 * @param target what was learnt of it, line by line
 * @param lines every check in every version
 * @param unlocks what would let more checks run, and how many
 * @param pace at which requests would be sent
 */
public record CheckPlan(
    List<String> target, List<Line> lines, Map<String, Long> unlocks, Pace pace) {
  /** What nothing that a user of somebody's service could give would unlock. */
  private static final Set<Capability> FAKES_ALONE =
      EnumSet.of(
          Capability.CLOCK, Capability.PERMISSIONS, Capability.THROTTLE, Capability.OUT_OF_OFFICE);

  private static final List<Capability> UNATTAINABLE = List.copyOf(FAKES_ALONE);

  private static final String FAKE_NEEDED =
      "Rollcall's fake, run without --target: the clock, the permissions of tokens, limits or"
          + " mailboxes are set behind the scenes";

  /** Measured over the whole catalogue. */
  private static final int REQUESTS_PER_CHECK = 4;

  /**
   * A check in one version.
   *
   * @param whyNot empty if it would run
   * @param lacks what the target would have to gain
   */
  public record Line(
      Entry entry, String version, Optional<String> whyNot, List<Capability> lacks) {}

  /**
   * Opens the target to learn what it can do, and judges nothing.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is of no use
   * @throws dev.rollcall.target.Unreachable if nothing answers
   */
  public static CheckPlan of(Settings settings) {
    List<String> only = settings.list(Setting.ONLY);
    try (Run run = Run.open(settings)) {
      List<Line> lines =
          Catalogue.entries().stream()
              .filter(entry -> only.isEmpty() || only.stream().anyMatch(entry::isSelectedBy))
              .flatMap(entry -> run.editions().stream().map(edition -> line(entry, edition, run)))
              .toList();
      return new CheckPlan(
          run.target().told(), lines, unlocks(lines, run.target()), run.target().pace());
    }
  }

  /** How many checks would run. */
  public long running() {
    return lines.stream().filter(line -> line.whyNot().isEmpty()).count();
  }

  /** About how many requests that would take. */
  public long requests() {
    return running() * REQUESTS_PER_CHECK;
  }

  /** About how long they would take at the pace of the target; empty if there is none. */
  public Optional<Duration> length() {
    return pace.gap().map(gap -> gap.multipliedBy(requests()));
  }

  private static Line line(Entry entry, Edition edition, Run run) {
    Optional<String> unpromised = entry.unpromisedIn(edition);
    return new Line(
        entry,
        edition.version(),
        ContractExtension.unfit(entry.check(), run).or(() -> unpromised),
        unpromised.isPresent() ? List.of() : ContractExtension.lacks(entry.check(), run));
  }

  /**
   * The more a step gives the earlier it stands; what takes several steps comes later, and last
   * what no step of the user's gives.
   */
  private static Map<String, Long> unlocks(List<Line> lines, Target target) {
    Map<List<Capability>, Long> byLack =
        lines.stream()
            .map(line -> line.lacks().stream().sorted().toList())
            .filter(lacks -> !lacks.isEmpty())
            .map(lacks -> lacks.stream().anyMatch(FAKES_ALONE::contains) ? UNATTAINABLE : lacks)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return byLack.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<List<Capability>, Long>, Boolean>comparing(
                    entry -> entry.getKey().equals(UNATTAINABLE))
                .thenComparingInt(entry -> entry.getKey().size())
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .thenComparing(entry -> entry.getKey().toString()))
        .collect(
            Collectors.toMap(
                entry ->
                    entry.getKey().equals(UNATTAINABLE)
                        ? FAKE_NEEDED
                        : entry.getKey().stream()
                            .map(target::remedy)
                            .collect(Collectors.joining("; and ")),
                Map.Entry::getValue,
                Long::sum,
                LinkedHashMap::new));
  }
}
