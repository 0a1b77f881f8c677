package dev.rollcall.load;

import dev.rollcall.load.past.Baseline;
import dev.rollcall.load.plan.Errand;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.question.OwnUsers;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What can be said of a run before it starts: whether its settings are of use and whether it may
 * take place. Asks the target who it is, and nothing else.
 */
public final class Preflight {
  private final ResultForm form;
  private final Optional<String> refusal;

  private Preflight(ResultForm form, Optional<String> refusal) {
    this.form = form;
    this.refusal = refusal;
  }

  /**
   * @throws dev.rollcall.target.InvalidSetting if a setting cannot be used, alone or on this target
   * @throws dev.rollcall.target.Unreachable if nothing answers at the target
   */
  public static Preflight of(Settings settings, InstantSource clock) {
    LoadPlan plan = LoadPlan.of(settings, clock);
    boolean ownProcess = OwnFake.isWanted(settings);
    if (settings.value(Setting.TARGET).isEmpty()) {
      plan = Admission.admitted(settings, true, plan);
      String measured = ownProcess ? "process" : "embedded";
      var form = new ResultForm(clock.instant(), plan, Admission.embedded(), measured);
      Baseline.of(settings, form.comparable());
      return new Preflight(form, Optional.empty());
    }
    Optional<String> host = Target.hostNotAllowed(Setting.ALLOW_LOAD, settings);
    if (host.isPresent()) { // before even a handshake is sent
      var form = new ResultForm(clock.instant(), plan, Admission.unopened(settings), "remote");
      return new Preflight(form, host.map(LoadResult::notAllowed));
    }
    if (!Target.mayBeOurs(settings)) { // nor is it for a plan that will be refused
      Admission.admitted(settings, false, plan);
    }
    try (Target target = Target.open(settings)) {
      Optional<String> refusal = Admission.refusal(settings, target);
      var form = new ResultForm(clock.instant(), plan, Admission.info(target), target.measured());
      if (refusal.isEmpty()) {
        plan = Admission.admitted(settings, target.ours(), plan);
        Admission.users(settings, target, plan);
        if (plan.has(Errand.Kind.WRITE)) {
          OwnUsers.requireWrites(target);
        }
        Baseline.of(settings, form.comparable());
      }
      return new Preflight(form, refusal);
    }
  }

  /** Whether it takes many runs to find a rate. */
  public boolean searches() {
    return form.plan().search().isPresent();
  }

  /** The result of a run that nobody permitted; empty if it may take place. */
  public Optional<LoadResult> refused() {
    return refusal.map(form::invalid);
  }

  /** The result of a run that broke off. */
  public LoadResult brokenOff(String reason) {
    return form.invalid(reason);
  }
}
