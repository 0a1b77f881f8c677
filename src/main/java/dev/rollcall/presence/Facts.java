package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of one user's presence. Immutable; each change gives new facts. What shows at a
 * moment is computed from them, the version stamp included, so that a read never writes.
 *
 * @param sessions by application, in the order of setting
 * @param stamp the version as of {@code changedAt}
 */
public record Facts(
    Map<String, Session> sessions,
    Optional<Preference> preference,
    Optional<StatusMessage> message,
    OutOfOffice outOfOffice,
    long stamp,
    Instant changedAt) {

  /** A user of whom nothing is known yet. */
  public static Facts unknown(Instant since) {
    return new Facts(
        Map.of(), Optional.empty(), Optional.empty(), OutOfOffice.NO, Stamps.at(since), since);
  }

  /** What shows at a moment that is not before the last change. */
  public Presence at(Instant now, Rules rules) {
    View view = view(now, rules);
    return new Presence(
        view.state, view.message, outOfOffice, stampAt(now, rules), nextEdge(now, rules));
  }

  /** Whether the application has a session that is not over. */
  public boolean hasSession(String app, Instant now, Rules rules) {
    return sessions.containsKey(app) && !sessions.get(app).isOver(now, rules);
  }

  public boolean hasPreference(Instant now, Rules rules) {
    return preference.filter(held -> !held.isOver(now, rules)).isPresent();
  }

  /** Sets or renews an application's session for so long. */
  public Facts set(String app, State state, Duration life, Instant now, Rules rules) {
    if (rules.decision(Decision.SetEffect.class) == Decision.SetEffect.NONE) {
      return this;
    }
    var next = new LinkedHashMap<>(live(now, rules));
    Optional<Session> old = Optional.ofNullable(next.remove(app));
    if (rules.decision(Decision.Applications.class) == Decision.Applications.LAST_ONE_REPLACES) {
      next.clear();
    }
    Instant expiry = now.plus(life).plus(rules.span(Span.SESSION_EXTRA));
    var fresh = new Session(app, state, now, now, expiry);
    old.map(session -> renewed(session, fresh, rules))
        .orElse(Optional.of(fresh))
        .ifPresent(session -> next.put(app, session));
    return changed(next, preference, message, now, rules);
  }

  private static Optional<Session> renewed(Session old, Session fresh, Rules rules) {
    return switch (rules.decision(Decision.Renewal.class)) {
      case STATE_FADE_AND_EXPIRY -> Optional.of(fresh);
      case STATE_AND_FADE ->
          Optional.of(
              new Session(
                  fresh.app(), fresh.state(), fresh.setAt(), fresh.fadesFrom(), old.expiresAt()));
      case STATE_AND_EXPIRY ->
          Optional.of(
              new Session(
                  fresh.app(), fresh.state(), fresh.setAt(), old.fadesFrom(), fresh.expiresAt()));
      case NOTHING -> Optional.of(old);
      case ENDS_THE_SESSION -> Optional.empty();
    };
  }

  /** Clears an application's session, whether there is one or not. */
  public Facts clear(String app, Instant now, Rules rules) {
    var next = new LinkedHashMap<>(live(now, rules));
    var kept = preference;
    switch (rules.decision(Decision.SessionClear.class)) {
      case THAT_SESSION -> next.remove(app);
      case NOTHING -> {
        return this;
      }
      case ALL_SESSIONS -> next.clear();
      case PREFERENCE_TOO -> {
        next.remove(app);
        kept = Optional.empty();
      }
    }
    return changed(next, kept, message, now, rules);
  }

  /** Drops every session: what a faulty service may do on a refused write. */
  public Facts clearAll(Instant now, Rules rules) {
    return changed(Map.of(), preference, message, now, rules);
  }

  /** Sets the preferred state; without a life of its own it has the default one. */
  public Facts prefer(State state, Optional<Duration> life, Instant now, Rules rules) {
    boolean dropped =
        rules.decision(Decision.PreferenceAlone.class) == Decision.PreferenceAlone.DROPPED
            && live(now, rules).isEmpty();
    boolean ignored =
        rules.decision(Decision.PreferenceAgain.class) == Decision.PreferenceAgain.IGNORED
            && hasPreference(now, rules);
    if (dropped || ignored) {
      return this;
    }
    Instant expiry = now.plus(life.orElse(rules.preferenceLife(state)));
    return changed(sessions, Optional.of(new Preference(state, expiry)), message, now, rules);
  }

  public Facts clearPreference(Instant now, Rules rules) {
    return switch (rules.decision(Decision.PreferenceClear.class)) {
      case CLEARS, NEEDS_ONE -> changed(sessions, Optional.empty(), message, now, rules);
      case IGNORED -> this;
    };
  }

  /** Sets the status message, or removes it. */
  public Facts say(Optional<StatusMessage> text, Instant now, Rules rules) {
    boolean shown = message.filter(old -> !old.isOver(now, rules)).isPresent();
    return switch (rules.decision(Decision.MessageWrite.class)) {
      case REPLACES -> changed(sessions, preference, text, now, rules);
      case KEEPS_THE_FIRST -> shown ? this : changed(sessions, preference, text, now, rules);
      case HAS_NO_EFFECT -> this;
      case SETS_BUSY_TOO ->
          changed(
              sessions,
              Optional.of(new Preference(new State("Busy", "Busy"), now.plus(Duration.ofDays(1)))),
              text,
              now,
              rules);
    };
  }

  /** Says whether the user is out of office: what a mailbox or calendar would do. */
  public Facts outOfOffice(OutOfOffice settings, Instant now, Rules rules) {
    var next = new Facts(sessions, preference, message, settings, stampAt(now, rules), now);
    return settings.equals(outOfOffice) ? this : next.stamped(now, rules);
  }

  private Facts changed(
      Map<String, Session> nextSessions,
      Optional<Preference> nextPreference,
      Optional<StatusMessage> nextMessage,
      Instant now,
      Rules rules) {
    var next =
        new Facts(nextSessions, nextPreference, nextMessage, outOfOffice, stampAt(now, rules), now);
    return view(now, rules).equals(next.view(now, rules)) ? next : next.stamped(now, rules);
  }

  private Facts stamped(Instant now, Rules rules) {
    return new Facts(
        sessions, preference, message, outOfOffice, Stamps.next(stamp, now, rules), changedAt);
  }

  /** What another can see, the stamp aside. */
  private record View(State state, Optional<StatusMessage> message) {}

  private View view(Instant now, Rules rules) {
    return new View(
        Aggregation.of(live(now, rules).values(), preference, outOfOffice, now, rules),
        message.filter(text -> !text.isOver(now, rules)));
  }

  /** The stamp, counting every change that time alone has made since the last write. */
  private long stampAt(Instant now, Rules rules) {
    long counted = stamp;
    View before = view(changedAt, rules);
    for (Instant edge : edges(rules).filter(e -> !e.isAfter(now)).sorted().toList()) {
      View after = view(edge, rules);
      counted = after.equals(before) ? counted : Stamps.next(counted, edge, rules);
      before = after;
    }
    return counted;
  }

  private Instant nextEdge(Instant now, Rules rules) {
    return edges(rules)
        .filter(edge -> edge.isAfter(now))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** The moments after the last write at which something may change by itself. */
  private Stream<Instant> edges(Rules rules) {
    List<Instant> edges = new ArrayList<>();
    sessions.values().forEach(session -> edges.addAll(session.edges(rules)));
    preference.ifPresent(held -> edges.add(held.expiresAt()));
    message.flatMap(text -> text.end(rules)).ifPresent(edges::add);
    return edges.stream().filter(edge -> edge.isAfter(changedAt));
  }

  private Map<String, Session> live(Instant now, Rules rules) {
    var live = new LinkedHashMap<String, Session>();
    sessions.forEach(
        (app, session) -> {
          if (!session.isOver(now, rules)) {
            live.put(app, session);
          }
        });
    return live;
  }
}
