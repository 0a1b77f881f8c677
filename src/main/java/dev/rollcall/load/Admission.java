package dev.rollcall.load;

import dev.rollcall.report.LoadResult;
import dev.rollcall.report.TargetInfo;
import dev.rollcall.target.Capability;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Whether load may be sent to a target; decided without sending any. */
final class Admission {
  private static final long MOST_LOOKED_AT = 100_000;

  private Admission() {}

  /** Why not; empty if it may. Our fake needs no leave. */
  static Optional<String> refusal(Settings settings, Target target) {
    return target.allows(Setting.ALLOW_LOAD, settings)
        ? Optional.empty()
        : Optional.of(LoadResult.notAllowed(target.host()));
  }

  /**
   * The users to ask for, of a plan that suits the target.
   *
   * @throws dev.rollcall.target.InvalidSetting if it goes beyond the quota, or there are too few
   *     users
   */
  static UserPool users(Settings settings, Target target, LoadPlan plan) {
    if (!target.ours()) {
      Quota.require(plan);
    }
    return UserPool.of(settings, target, plan);
  }

  /**
   * The users whose presence the plan writes; nobody when it reads only.
   *
   * @param root service root of the version
   * @throws dev.rollcall.target.InvalidSetting if it writes, and nobody may be written there
   */
  static OwnUsers ownUsers(
      Target target, String root, LoadPlan plan, LongFunction<Errand> errands) {
    long looked = Math.min(plan.allRequests(), MOST_LOOKED_AT);
    boolean writes =
        LongStream.range(0, looked).anyMatch(i -> errands.apply(i).kind() == Errand.Kind.WRITE);
    // Twice as many as leave in a second: an answer that takes longer is far from usual.
    return writes
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
