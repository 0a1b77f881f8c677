package dev.rollcall.presence;

import java.util.List;
import java.util.Optional;

/** Takes the preferred pair away. */
public record ClearPreference() implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return before.preference().isEmpty()
            && rules.preferences().clearOfNothing() == PreferenceRules.ClearOfNothing.REFUSED
        ? Optional.of(Refusal.notFound("The user prefers nothing."))
        : Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return switch (rules.preferences().cleared()) {
      case THE_PREFERENCE -> before.withPreference(Optional.empty());
      case NOTHING -> before;
      case PREFERENCE_AND_SESSIONS ->
          before.withPreference(Optional.empty()).withSessions(List.of());
    };
  }
}
