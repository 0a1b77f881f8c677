package dev.rollcall.load;

import dev.rollcall.load.Climb.Outcome;
import dev.rollcall.load.Climb.Tried;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Search;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Capacity;
import dev.rollcall.report.result.LoadResult.Quantiles;
import dev.rollcall.report.result.LoadResult.Step;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Looks for the greatest rate that a target holds: many runs of one constant rate each, and a
 * longer one at the rate that was found.
 */
public final class CapacityRun implements AutoCloseable {
  private final Settings settings;
  private final LoadPlan plan;
  private final Search search;
  private final Optional<OwnFake> fake;
  private final Driver driver;
  private final List<Step> steps = new ArrayList<>();
  private final List<Tried> tried = new ArrayList<>();
  private final List<Tried> holds = new ArrayList<>();
  private Optional<LoadResult> last = Optional.empty();

  /** Makes the requests of one run after another. */
  @FunctionalInterface
  public interface Driver {
    /**
     * @param run has to be finished and closed
     * @param isHold whether it is worth a report of its own
     */
    LoadResult drive(LoadRun run, boolean isHold) throws IOException;
  }

  private CapacityRun(Settings settings, LoadPlan plan, Optional<OwnFake> fake, Driver driver) {
    this.settings = settings;
    this.plan = plan;
    this.search = plan.search().orElseThrow();
    this.fake = fake;
    this.driver = driver;
  }

  /**
   * Prepares a search; our fake in a process of its own starts, and stays for all steps.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is of no use
   */
  public static CapacityRun of(Settings settings, Driver driver) {
    LoadPlan plan = LoadPlan.of(settings);
    Optional<OwnFake> fake =
        OwnFake.isWanted(settings)
            ? Optional.of(OwnFake.start(settings, LoadRun.EMBEDDED_USERS))
            : Optional.empty();
    return new CapacityRun(settings, plan, fake, driver);
  }

  /** Searches, and holds what was found. What it measured is what the last run measured. */
  public LoadResult result() throws IOException {
    try {
      search();
      return settled();
    } catch (Interrupted e) {
      return last.orElseThrow(); // which says so
    }
  }

  private void search() throws IOException {
    for (Optional<Double> rate = climb().next(); rate.isPresent(); rate = climb().next()) {
      tried.add(step(rate.get(), search.stepSecondsAt(rate.get(), plan.objectives()), false));
    }
    for (Optional<Double> rate = climb().hold(holds);
        rate.isPresent();
        rate = climb().hold(holds)) {
      holds.add(step(rate.get(), search.holdSecondsAt(rate.get(), plan.objectives()), true));
    }
  }

  /** The process was told to end: nothing more is tried. */
  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Climb climb() {
    return new Climb(search, tried);
  }

  private Tried step(double rate, int seconds, boolean isHold) throws IOException {
    LoadRun run = LoadRun.step(settings, fake, plan.holding(rate, seconds));
    LoadResult result = driver.drive(run, isHold);
    last = Optional.of(result);
    if (run.wasInterrupted()) {
      throw new Interrupted();
    }
    Outcome outcome = outcome(result.verdict());
    String why = result.reasons().stream().findFirst().orElse("");
    steps.add(
        new Step(
            rate,
            seconds,
            result.reached().perSecond(),
            worst(result, Quantiles::p50),
            worst(result, Quantiles::p99),
            result.errors(),
            outcome == Outcome.HELD,
            outcome == Outcome.UNDRIVEN ? "the generator could not drive it: " + why : why));
    LoadRun.tell(told(steps.get(steps.size() - 1), isHold));
    return new Tried(rate, outcome);
  }

  private static Outcome outcome(LoadVerdict verdict) {
    return switch (verdict) {
      case PASSED -> Outcome.HELD;
      case FAILED -> Outcome.BROKE;
      case INVALID -> Outcome.UNDRIVEN;
    };
  }

  /** Of the operation that is slowest. */
  private static double worst(LoadResult result, ToDoubleFunction<Quantiles> quantile) {
    return result.operations().stream()
        .mapToDouble(each -> quantile.applyAsDouble(each.fromIntendedStartMillis()))
        .max()
        .orElse(0);
  }

  private static String told(Step step, boolean isHold) {
    return String.format(
        Locale.ROOT,
        "load: %s/s for %.0f s%s %s, reached %.1f/s, p99 %.1f ms%s",
        LoadPlan.plain(step.perSecond()),
        step.seconds(),
        isHold ? " once more" : "",
        step.held() ? "held" : "did not hold",
        step.reachedPerSecond(),
        step.p99(),
        step.why().isEmpty() ? "" : ": " + step.why());
  }

  private LoadResult settled() {
    Climb climb = climb();
    boolean confirmed = !holds.isEmpty() && lastHold().outcome() == Outcome.HELD;
    double found = confirmed ? lastHold().rate() : climb.held();
    var capacity = new Capacity(steps, found, confirmed, limit(climb));
    LoadResult measured = last.orElseThrow();
    boolean unknown = climb.broke().isEmpty() && climb.undriven().isPresent();
    if (confirmed && !unknown) {
      return measured.finding(capacity, LoadVerdict.PASSED, List.of());
    }
    if (unknown) {
      String least = found == 0 ? "" : "; the target holds " + perSecond(found) + " or more";
      return measured.finding(
          capacity, LoadVerdict.INVALID, List.of("no limit was found: " + limit(climb) + least));
    }
    if (found == 0) {
      return measured.finding(
          capacity, LoadVerdict.FAILED, List.of("no rate held: " + limit(climb)));
    }
    return measured.finding(
        capacity,
        lastHold().outcome() == Outcome.BROKE ? LoadVerdict.FAILED : LoadVerdict.INVALID,
        List.of(
            "what was found is not confirmed: "
                + why(lastHold().rate())
                + " when "
                + perSecond(lastHold().rate())
                + " was held for longer"));
  }

  private Tried lastHold() {
    return holds.get(holds.size() - 1);
  }

  private String limit(Climb climb) {
    if (climb.broke().isPresent()) {
      return at(climb.broke().get());
    }
    return climb
        .undriven()
        .map(this::at)
        .orElseGet(
            () -> "the search ended at " + perSecond(search.most()) + ", before anything broke");
  }

  private String at(double rate) {
    return why(rate) + " at " + perSecond(rate);
  }

  /** Why it did not hold when it was tried last. */
  private String why(double rate) {
    return steps.stream()
        .filter(step -> step.perSecond() == rate && !step.held())
        .reduce((earlier, later) -> later)
        .map(Step::why)
        .orElse("");
  }

  private static String perSecond(double rate) {
    return LoadPlan.plain(rate) + " a second";
  }

  /** Our fake stops. */
  @Override
  public void close() {
    fake.ifPresent(OwnFake::close);
  }
}
