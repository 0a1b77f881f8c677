package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.http.Request;
import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;

/**
 * The fake service as a whole: its users, its clock, its faults, and what every operation has in
 * common.
 */
final class Service {
  private final MovableClock clock;
  private final World world;
  private final Rendering rendering;
  private final FakeOptions options;
  private final Faults faults;

  Service(FakeOptions options) {
    this.options = options;
    this.clock = new MovableClock(options.time());
    this.world = new World(Seed.of(options), clock.instant());
    this.rendering = new Rendering(options.dialect());
    this.faults = new Faults(options.faults());
  }

  MovableClock clock() {
    return clock;
  }

  World world() {
    return world;
  }

  Rendering rendering() {
    return rendering;
  }

  FakeOptions options() {
    return options;
  }

  Faults faults() {
    return faults;
  }

  /** The request as an operation sees it, at this moment. */
  Call call(Operation operation, Request request) {
    return Call.of(operation, request, clock.instant());
  }

  /**
   * Answers a request: authentication first, then the operation, then what is broken on purpose.
   */
  Answer answer(Call call, Handler handler) {
    Faults.Active active = faults.active();
    Answer answer =
        answered(call, handler, active.rules())
            .with("request-id", call.requestId())
            .with("client-request-id", call.clientRequestId());
    return active.shaped(answer, call);
  }

  private Answer answered(Call call, Handler handler, Rules rules) {
    try {
      call.requireToken();
      return handler.answer(call, world, rules);
    } catch (Refusal refusal) {
      if (rules.decision(Decision.RefusedWrite.class) == Decision.RefusedWrite.NO_SESSION) {
        dropSessions(call, rules);
      }
      return Envelope.of(refusal, call);
    }
  }

  private void dropSessions(Call call, Rules rules) {
    if (!call.operation().isRead() && !call.isMe()) {
      world
          .account(call.id())
          .ifPresent(account -> account.change(facts -> facts.clearAll(call.now(), rules)));
    }
  }
}
