package dev.rollcall.load;

import dev.rollcall.load.plan.Budget;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Quota;
import dev.rollcall.load.plan.UserPool;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.QuotaUse;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run would do, and whether it may. Nothing is sent, so that of a target on this machine it
 * stays open whether it is our fake.
 *
 * @param lines for people
 * @param refusal why the run would not take place; empty if it would
 */
public record DryRun(List<String> lines, Optional<String> refusal) {
  public DryRun {
    lines = List.copyOf(lines);
  }

  /**
   * @throws InvalidSetting if there is no plan: a setting is out of range or cannot be read
   */
  public static DryRun of(Settings settings, InstantSource clock) {
    LoadPlan plan = LoadPlan.of(settings, clock);
    boolean maybeOurs = Target.mayBeOurs(settings);
    List<String> lines = new ArrayList<>(plan.describe());
    lines.addAll(quota(plan, maybeOurs));
    lines.addAll(needs(settings, maybeOurs));
    return new DryRun(lines, refusal(settings, maybeOurs, plan));
  }

  /** Of all documented budgets, so that one sees how far each is. */
  private static List<String> quota(LoadPlan plan, boolean maybeOurs) {
    List<String> kept =
        plan.budgets().isEmpty() && !maybeOurs
            ? List.of(Budget.READ_API)
            : plan.budgets().stream().map(Budget::name).toList();
    return Stream.of(Budget.READ_API, Budget.PRESENCE)
        .flatMap(
            name ->
                Quota.of(Budget.named(name)).uses(plan).stream()
                    .map(use -> line(use, kept.contains(name))))
        .toList();
  }

  private static String line(QuotaUse use, boolean kept) {
    long left = use.limit() - use.most();
    return String.format(
        Locale.ROOT,
        "quota     %s: at most %,d in any %d s of %,d, %s; %s",
        use.budget(),
        use.most(),
        (int) use.windowSeconds(),
        use.limit(),
        left < 0
            ? String.format(Locale.ROOT, "%,d too many", -left)
            : String.format(Locale.ROOT, "%.0f %% left", 100.0 * left / use.limit()),
        kept ? "kept" : "not asked for");
  }

  private static List<String> needs(Settings settings, boolean maybeOurs) {
    Optional<String> host = Target.address(settings).map(address -> address.getHost());
    if (host.isEmpty()) {
      return List.of("needs     nothing: the embedded fake");
    }
    String needs =
        Setting.ALLOW_LOAD.option()
            + " "
            + host.get()
            + ", "
            + Setting.USERS.option()
            + " FILE"
            + (Target.liveHost(settings).isPresent() ? ", " + Setting.RATE.option() + " N" : "");
    return List.of(
        maybeOurs
            ? "needs     nothing if it is our fake, else "
                + needs
                + " and to keep "
                + Budget.READ_API
            : "needs     " + needs);
  }

  private static Optional<String> refusal(Settings settings, boolean maybeOurs, LoadPlan plan) {
    Optional<String> host = Target.hostNotAllowed(Setting.ALLOW_LOAD, settings);
    if (host.isPresent()) {
      return host.map(LoadResult::notAllowed);
    }
    try {
      Admission.admitted(settings, maybeOurs, plan);
      if (!maybeOurs || settings.value(Setting.USERS).isPresent()) {
        UserPool.listed(settings, plan);
      }
      return Optional.empty();
    } catch (InvalidSetting e) {
      return Optional.of(e.getMessage());
    }
  }
}
