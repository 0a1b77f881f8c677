package dev.rollcall.presence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that somebody says about a person's presence. */
public sealed interface Write
    permits SetSession,
        ClearSession,
        SetPreference,
        ClearPreference,
        SetMessage,
        SetManualLocation,
        SetAutomaticLocation,
        ClearAutomaticLocation,
        ClearLocation,
        PlanLocation,
        LeaveOffice,
        HoldSession,
        EndSession,
        Forget {

  /** Why this cannot be taken, given settled facts; empty when it can. */
  Optional<Refusal> refusal(Presence before, Rules rules);

  /** The facts after this, given settled facts. Not asked whether it may be taken. */
  Presence change(Presence before, Rules rules);

  /** Takes or refuses this at {@code now}, which is never earlier than the last write. */
  default Written to(Presence facts, Rules rules, Instant now) {
    Presence before = facts.settled(rules, now.isBefore(facts.at()) ? facts.at() : now);
    Optional<Refusal> refusal = refusal(before, rules);
    if (refusal.isPresent() && rules.writes().refused() == WriteRules.Refused.LEAVES_STATE) {
      return new Written(facts, refusal);
    }
    if (rules.writes().ignored().contains(getClass())) {
      return new Written(facts, refusal);
    }
    boolean ended =
        refusal.isPresent() && rules.writes().refused() == WriteRules.Refused.ENDS_SESSIONS;
    Presence after = ended ? before.withSessions(List.of()) : change(before, rules);
    Presence counted =
        switch (rules.writes().activity()) {
          case SETTING_THE_SESSION -> after;
          case EVERY_WRITE ->
              after.withSessions(
                  after.sessions().stream()
                      .map(session -> session.restarted(before.at()))
                      .toList());
        };
    return new Written(counted.stampedAfter(before, rules), refusal);
  }
}
