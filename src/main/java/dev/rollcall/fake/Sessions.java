package dev.rollcall.fake;

import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Span;
import dev.rollcall.presence.State;
import java.time.Duration;

/** Setting and clearing an application's session. */
record Sessions() implements Handler {

  @Override
  public Answer answer(Call call, World world, Rules rules) {
    Account account = Handler.subject(call, world);
    call.requireMethod();
    Body body = Body.of(call);
    String app = body.sessionId(rules);
    if (call.operation() == Operation.CLEAR_PRESENCE) {
      clear(account, app, call, rules);
    } else {
      set(account, app, body, call, rules);
    }
    return Answer.done();
  }

  private static void set(Account account, String app, Body body, Call call, Rules rules) {
    State pair = body.pair(rules.sessionPairs(), rules);
    Duration life =
        body.duration(rules.span(Span.SESSION_SHORTEST), rules.span(Span.SESSION_LONGEST), rules)
            .orElse(rules.span(Span.SESSION_DEFAULT));
    account.change(facts -> facts.set(app, pair, life, call.now(), rules));
  }

  private static void clear(Account account, String app, Call call, Rules rules) {
    boolean there = account.facts().hasSession(app, call.now(), rules);
    boolean strict =
        rules.decision(Decision.UnknownSession.class) == Decision.UnknownSession.NOT_FOUND;
    if (!there && strict) {
      throw Refusal.notFound("There is no session " + app + ".");
    }
    account.change(facts -> facts.clear(app, call.now(), rules));
  }
}
