package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.Refused;

/** What nobody else answers below the roots of the service: the wrong method, or no such path. */
final class Unserved implements Family {

  @Override
  public Answer answer(Call call) {
    if (call.route().isPresent()) {
      Refused refused = Refused.wrongMethod(call.method());
      return Envelope.of(refused, call)
          .withHeader("Allow", call.route().get().operation().method());
    }
    throw Refused.notFound("There is nothing at this path.");
  }
}
