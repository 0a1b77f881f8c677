package dev.rollcall.presence;

import dev.rollcall.presence.WriteRules.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sets a program's session, or renews it. */
public record SetSession(
    Optional<String> sessionId,
    Optional<Availability> availability,
    Optional<Activity> activity,
    Optional<Duration> life)
    implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    Set<Member> required = rules.writes().required();
    SessionRules sessions = rules.sessions();
    if (sessionId.isEmpty() && required.contains(Member.SESSION_ID)) {
      return Optional.of(Refusal.required(Member.SESSION_ID));
    }
    if (availability.isEmpty() && required.contains(Member.AVAILABILITY)) {
      return Optional.of(Refusal.required(Member.AVAILABILITY));
    }
    if (activity.isEmpty() && required.contains(Member.ACTIVITY)) {
      return Optional.of(Refusal.required(Member.ACTIVITY));
    }
    if (!sessions.pairs().contains(pair())) {
      return Optional.of(Refusal.invalid("The pair " + pair() + " cannot be set by a session."));
    }
    return life.filter(
            asked ->
                asked.compareTo(sessions.shortest()) < 0 || asked.compareTo(sessions.longest()) > 0)
        .map(
            asked ->
                Refusal.invalid(
                    "ExpirationDuration lies outside %s to %s."
                        .formatted(sessions.shortest(), sessions.longest())));
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    Instant now = before.at();
    Instant end = Life.end(now, life.orElse(rules.sessions().usual()));
    Session asked = new Session(sessionId.orElse(""), pair(), now, end);
    Session session =
        before
            .session(asked.id())
            .map(live -> renewed(live, asked, rules.sessions().renewal()))
            .orElse(asked);
    return switch (rules.sessions().keys()) {
      case SESSION_ID -> before.withNewest(session);
      case NOTHING -> before.withSessions(List.of(session));
    };
  }

  private static Session renewed(Session live, Session asked, SessionRules.Renewal renewal) {
    return switch (renewal) {
      case REPLACES_ALL -> asked;
      case KEEPS_EXPIRY -> new Session(asked.id(), asked.pair(), asked.setAt(), live.expiresAt());
      case KEEPS_FADE -> new Session(asked.id(), asked.pair(), live.setAt(), asked.expiresAt());
      case KEEPS_PAIR -> new Session(asked.id(), live.pair(), asked.setAt(), asked.expiresAt());
      case KEEPS_LATER_EXPIRY ->
          asked.expiresAt().isBefore(live.expiresAt())
              ? new Session(asked.id(), asked.pair(), asked.setAt(), live.expiresAt())
              : asked;
      case ADDS_LIFE -> {
        Duration length = Duration.between(asked.setAt(), asked.expiresAt());
        Instant end = Life.end(live.expiresAt(), length);
        yield new Session(asked.id(), asked.pair(), asked.setAt(), end);
      }
    };
  }

  private Pair pair() {
    return new Pair(
        availability.orElse(Availability.AVAILABLE), activity.orElse(Activity.AVAILABLE));
  }
}
