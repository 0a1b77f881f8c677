package dev.rollcall.presence;

import dev.rollcall.presence.PreferenceRules.WithoutSession;
import dev.rollcall.presence.WriteRules.Member;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Sets the pair that a person wants shown. */
public record SetPreference(
    Optional<Availability> availability, Optional<Activity> activity, Optional<Duration> life)
    implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    Set<Member> required = rules.writes().required();
    if (availability.isEmpty() && required.contains(Member.AVAILABILITY)) {
      return Optional.of(Refusal.required(Member.AVAILABILITY));
    }
    if (activity.isEmpty() && required.contains(Member.ACTIVITY)) {
      return Optional.of(Refusal.required(Member.ACTIVITY));
    }
    if (!rules.preferences().pairs().contains(pair())) {
      return Optional.of(Refusal.invalid("The pair " + pair() + " cannot be preferred."));
    }
    if (life.filter(asked -> asked.isZero() || asked.isNegative()).isPresent()) {
      return Optional.of(Refusal.invalid("ExpirationDuration is not positive."));
    }
    boolean alone = before.sessions().isEmpty();
    return alone && rules.preferences().withoutSession() == WithoutSession.REFUSED
        ? Optional.of(Refusal.notFound("The user has no session."))
        : Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    PreferenceRules preferences = rules.preferences();
    if (before.sessions().isEmpty() && preferences.withoutSession() == WithoutSession.FORGOTTEN) {
      return before;
    }
    Duration length = life.orElse(preferences.life(pair().availability()));
    Preference asked = new Preference(pair(), Life.end(before.at(), length));
    Preference preference =
        before.preference().map(first -> renewed(first, asked, length, preferences)).orElse(asked);
    return before.withPreference(Optional.of(preference));
  }

  private static Preference renewed(
      Preference first, Preference asked, Duration length, PreferenceRules rules) {
    return switch (rules.renewal()) {
      case REPLACES_IT -> asked;
      case FIRST_STAYS -> first;
      case KEEPS_EXPIRY -> new Preference(asked.pair(), first.expiresAt());
      case KEEPS_LATER_EXPIRY ->
          asked.expiresAt().isBefore(first.expiresAt())
              ? new Preference(asked.pair(), first.expiresAt())
              : asked;
      case ADDS_LIFE -> new Preference(asked.pair(), Life.end(first.expiresAt(), length));
    };
  }

  private Pair pair() {
    return new Pair(
        availability.orElse(Availability.AVAILABLE), activity.orElse(Activity.AVAILABLE));
  }
}
