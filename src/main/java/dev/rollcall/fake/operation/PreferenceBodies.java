package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.presence.ClearPreference;
import dev.rollcall.presence.SetPreference;
import dev.rollcall.presence.Write;
import java.util.function.Function;

/** What setUserPreferredPresence and clearUserPreferredPresence are sent. */
record PreferenceBodies(Values values) implements Function<Call, Write> {

  @Override
  public Write apply(Call call) {
    if (call.route().orElseThrow().operation() == GraphOperation.CLEAR_USER_PREFERRED_PRESENCE) {
      // Its page asks for an empty object and shows no body at all: both are taken.
      Body.ignored(call);
      return new ClearPreference();
    }
    Body body = Body.of(call);
    return new SetPreference(
        values.availability(body), values.activity(body), body.life(call.rules().writes()));
  }
}
