package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Auth;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Caller;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.presence.AccessRules.Guard;
import java.time.InstantSource;

/**
 * Where callers show their tokens, before anybody asks what they want.
 *
 * @param wall the clock by which tokens end
 */
public record Door(Auth auth, InstantSource wall) {

  /**
   * @throws Refused if the call comes from nobody, or from somebody who is not served
   */
  void admit(Call call) {
    Caller caller = call.caller().orElseThrow(Refused::anonymous);
    auth.refusal(caller, wall.instant())
        .ifPresent(
            refused -> {
              throw refused;
            });
    if (caller.isPersonal() && call.rules().access().has(Guard.NO_PERSONAL_ACCOUNTS)) {
      throw Refused.invalid("Personal accounts are not supported.");
    }
  }
}
