package dev.rollcall.load;

import dev.rollcall.load.plan.Budget;
import dev.rollcall.load.plan.Errand;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Quota;
import dev.rollcall.load.plan.UserPool;
import dev.rollcall.load.question.OwnUsers;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.target.Capability;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether load may be sent to a target; decided without sending any. */
final class Admission {
  private Admission() {}

  /** Why not; empty if it may. Our fake needs no leave. */
  static Optional<String> refusal(Settings settings, Target target) {
    return target.allows(Setting.ALLOW_LOAD, settings)
        ? Optional.empty()
        : Optional.of(LoadResult.notAllowed(target.host()));
  }

  /**
   * The plan as it may be sent: with the budgets that hold for the target.
   *
   * @throws InvalidSetting if it goes beyond one of them, or a live service would be loaded at a
   *     rate that nobody gave
   */
  static LoadPlan admitted(Settings settings, boolean ours, LoadPlan plan) {
    LoadPlan bounded = ours ? plan : plan.keeping(budgets(settings, plan));
    if (!ours) {
      requireRate(settings);
    }
    Quota.of(bounded.budgets())
        .refusal(bounded)
        .ifPresent(
            sentence -> {
              throw new InvalidSetting(sentence);
            });
    return bounded;
  }

  /** The strictest is kept where nobody named any, and by a live service whatever is named. */
  private static List<Budget> budgets(Settings settings, LoadPlan plan) {
    boolean strictest = plan.budgets().isEmpty() || Target.liveHost(settings).isPresent();
    return Stream.concat(
            strictest ? Budget.named(Budget.READ_API).stream() : Stream.empty(),
            plan.budgets().stream())
        .distinct()
        .toList();
  }

  /** Whoever loads a live service has to have thought of how much. */
  private static void requireRate(Settings settings) {
    Target.liveHost(settings)
        .filter(host -> settings.value(Setting.RATE).isEmpty())
        .ifPresent(
            host -> {
              throw new InvalidSetting(
                  host
                      + " is a live Microsoft Graph, which no profile may load at a rate of its"
                      + " own; give --rate N, documented are 50 a second for each read");
            });
  }

  /**
   * The users to ask for.
   *
   * @throws InvalidSetting if there are too few
   */
  static UserPool users(Settings settings, Target target, LoadPlan plan) {
    return UserPool.of(settings, target, plan);
  }

  /**
   * The users whose presence the plan writes; nobody when it reads only.
   *
   * @param root service root of the version
   * @throws InvalidSetting if it writes, and nobody may be written there
   */
  static OwnUsers ownUsers(Target target, String root, LoadPlan plan) {
    // Twice as many as leave in a second: an answer that takes longer is far from usual.
    return plan.has(Errand.Kind.WRITE)
        ? OwnUsers.of(target, root, (int) Math.max(20, 2 * plan.rate()))
        : OwnUsers.none(target);
  }

  static TargetInfo info(Target target) {
    return new TargetInfo(
        target.name(),
        target.root().toString(),
        target.ours(),
        target.versions(),
        target.capabilities().stream().sorted().map(Capability::name).toList(),
        "any");
  }

  /** What is known of a target that is not asked. */
  static TargetInfo unopened(Settings settings) {
    return new TargetInfo(
        settings.value(Setting.TARGET).orElseThrow(),
        Target.address(settings).orElseThrow().toString(),
        false,
        List.of(LoadRun.VERSION),
        List.of(),
        "any");
  }

  /** What is known of the embedded fake before it has started. */
  static TargetInfo embedded() {
    return new TargetInfo("embedded", "", true, List.of(LoadRun.VERSION), List.of(), "any");
  }
}
