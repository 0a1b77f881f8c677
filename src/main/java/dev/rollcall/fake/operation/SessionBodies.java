package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Guid;
import dev.rollcall.presence.ClearSession;
import dev.rollcall.presence.SetSession;
import dev.rollcall.presence.Write;
import java.util.Optional;
import java.util.function.Function;

/** What setPresence and clearPresence are sent. */
record SessionBodies(Values values) implements Function<Call, Write> {

  @Override
  public Write apply(Call call) {
    Body body = Body.of(call);
    Optional<String> sessionId = body.text("sessionId").filter(id -> !id.isBlank());
    // Two spellings of one GUID are one session.
    Optional<String> key = sessionId.map(Guid::plain);
    return call.route().orElseThrow().operation() == GraphOperation.CLEAR_PRESENCE
        ? new ClearSession(key)
        : new SetSession(
            key,
            values.availability(body),
            values.activity(body),
            body.life(call.rules().writes()));
  }
}
