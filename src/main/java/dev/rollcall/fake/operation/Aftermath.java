package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.ClearPreference;
import dev.rollcall.presence.ClearSession;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.SetMessage;
import dev.rollcall.presence.SetPreference;
import dev.rollcall.presence.SetSession;
import dev.rollcall.presence.Write;
import java.util.Optional;

/** What a write that was taken does beside what it says: nothing, unless a fault is on. */
record Aftermath(World world) {
  private static final Write NO_MESSAGE =
      new SetMessage("", false, Optional.empty(), Optional.empty());

  void of(Write write, User user, ActiveFaults faults) {
    world.wrote(user);
    if (faults.lapses().isEmpty()) {
      return;
    }
    boolean preference =
        write instanceof SetSession && faults.has(Lapse.SET_PRESENCE_ENDS_PREFERENCE)
            || write instanceof SetMessage && faults.has(Lapse.SET_MESSAGE_ENDS_PREFERENCE);
    if (preference) {
      also(new ClearPreference(), user);
    }
    boolean message =
        write instanceof SetSession && faults.has(Lapse.SET_PRESENCE_CLEARS_MESSAGE)
            || write instanceof SetPreference && faults.has(Lapse.SET_PREFERRED_CLEARS_MESSAGE)
            || write instanceof ClearPreference && faults.has(Lapse.CLEAR_PREFERRED_CLEARS_MESSAGE);
    if (message) {
      also(NO_MESSAGE, user);
    }
    if (write instanceof SetPreference && faults.has(Lapse.SET_PREFERRED_ENDS_SESSIONS)) {
      user.facts()
          .sessions()
          .forEach(session -> also(new ClearSession(Optional.of(session.id())), user));
    }
    if (faults.has(Lapse.WRITES_REACH_NEXT_USER)) {
      also(write, world.next(user));
    }
  }

  private void also(Write write, User user) {
    user.write(write, Rules.documented(), world.clock());
  }
}
