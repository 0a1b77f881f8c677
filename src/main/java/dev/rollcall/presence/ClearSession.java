package dev.rollcall.presence;

import dev.rollcall.presence.WriteRules.Member;
import java.util.List;
import java.util.Optional;

/** Takes a program's session away. */
public record ClearSession(Optional<String> sessionId) implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    if (sessionId.isEmpty()) {
      return rules.writes().required().contains(Member.SESSION_ID)
          ? Optional.of(Refusal.required(Member.SESSION_ID))
          : Optional.empty();
    }
    boolean unknown = sessionId.flatMap(before::session).isEmpty();
    return unknown && rules.sessions().unknown() == SessionRules.Unknown.REFUSED
        ? Optional.of(Refusal.notFound("The user has no session of that SessionId."))
        : Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    Presence rest = before.withoutSession(sessionId.orElse(""));
    return switch (rules.sessions().cleared()) {
      case THE_SESSION -> rest;
      case NOTHING -> before;
      case EVERY_SESSION -> before.withSessions(List.of());
      case EVERY_EQUAL_SESSION ->
          before.withSessions(
              before.sessions().stream()
                  .filter(
                      session ->
                          sessionId
                              .flatMap(before::session)
                              .filter(cleared -> cleared.pair().equals(session.pair()))
                              .isEmpty())
                  .toList());
      case SESSION_AND_PREFERENCE -> rest.withPreference(Optional.empty());
      case SESSION_AND_MESSAGE -> rest.withMessage(Optional.empty());
    };
  }
}
