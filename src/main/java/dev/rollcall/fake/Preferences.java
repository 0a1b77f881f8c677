package dev.rollcall.fake;

import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.State;
import java.time.Duration;
import java.util.Optional;

/** Setting and clearing the presence that a user prefers. */
record Preferences() implements Handler {
  /** No bounds are documented: anything positive. */
  private static final Duration SHORTEST = Duration.ofNanos(1);

  private static final Duration LONGEST = Duration.ofDays(36_500);

  @Override
  public Answer answer(Call call, World world, Rules rules) {
    Account account = Handler.subject(call, world);
    call.requireMethod();
    if (call.operation() == Operation.CLEAR_USER_PREFERRED_PRESENCE) {
      clear(account, call, rules);
    } else {
      set(account, Body.of(call), call, rules);
    }
    return Answer.done();
  }

  private static void set(Account account, Body body, Call call, Rules rules) {
    State pair = body.pair(rules.preferencePairs(), rules);
    Optional<Duration> life = body.duration(SHORTEST, LONGEST, rules);
    account.change(facts -> facts.prefer(pair, life, call.now(), rules));
  }

  /** The page asks for an empty object and shows no body: both are accepted (D-22). */
  private static void clear(Account account, Call call, Rules rules) {
    if (call.hasBody()) {
      Body.of(call);
    }
    boolean needsOne =
        rules.decision(Decision.PreferenceClear.class) == Decision.PreferenceClear.NEEDS_ONE;
    if (needsOne && !account.facts().hasPreference(call.now(), rules)) {
      throw Refusal.notFound("There is no preferred presence.");
    }
    account.change(facts -> facts.clearPreference(call.now(), rules));
  }
}
