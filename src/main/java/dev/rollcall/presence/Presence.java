package dev.rollcall.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts about one person since the last write. Immutable; reading never changes them.
 *
 * @param sessions in the order in which they were last set, at most one of each id
 * @param stamp of what was visible at the last write
 * @param at the instant of the last write; nothing is known before it
 */
public record Presence(
    List<Session> sessions,
    Optional<Preference> preference,
    Optional<StatusMessage> message,
    OutOfOffice outOfOffice,
    Locations locations,
    long stamp,
    Instant at) {

  public Presence {
    sessions = List.copyOf(sessions);
  }

  /** A person of whom nothing was ever said. */
  public static Presence nothing(Instant now) {
    return new Presence(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OutOfOffice.NO,
        Locations.UNTOUCHED,
        Stamps.seconds(now),
        now);
  }

  /** These facts, as if the person's location had always been spoken of. */
  public Presence locatable() {
    return withLocations(Locations.NOWHERE);
  }

  /**
   * What is visible at {@code now}. Fades and expiries since the last write count as changes, each
   * with its stamp. An instant before the last write is taken as the last write.
   */
  public Moment moment(Rules rules, Instant now) {
    Instant from = at;
    long newest = stamp;
    Visible visible = Visible.of(this, rules, at);
    for (Instant edge : edges(rules).filter(edge -> !edge.isAfter(now)).sorted().toList()) {
      Visible next = Visible.of(this, rules, edge);
      if (!next.equals(visible)) {
        visible = next;
        from = edge;
        newest = rules.reads().stamps().next(newest, edge);
      }
    }
    Instant until =
        edges(rules).filter(edge -> edge.isAfter(now)).min(Instant::compareTo).orElse(Instant.MAX);
    return new Moment(visible, newest, from, until);
  }

  /**
   * By how many seconds the stamps of fades and expiries may be ahead of the clock: each is one
   * more than the one before, however close they are.
   */
  public long lead(Rules rules) {
    long most = 0;
    long newest = stamp;
    for (Instant edge : edges(rules).distinct().sorted().toList()) {
      newest = Math.max(newest + 1, Stamps.seconds(edge));
      most = Math.max(most, newest - Stamps.seconds(edge));
    }
    return most;
  }

  private Stream<Instant> edges(Rules rules) {
    return Stream.of(
            sessions.stream().flatMap(session -> session.edges(rules)),
            preference.stream().map(each -> each.end(rules)),
            message.stream().flatMap(each -> each.end(rules).stream()))
        .flatMap(edges -> edges)
        .filter(edge -> edge.isAfter(at));
  }

  Optional<Session> session(String id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }

  /** These facts as of {@code now}: without what has ended, stamped with what is visible. */
  public Presence settled(Rules rules, Instant now) {
    return new Presence(
        sessions.stream().filter(session -> !session.endedBy(now, rules)).toList(),
        preference.filter(each -> !each.endedBy(now, rules) && !endedWithSessions(rules, now)),
        message.filter(each -> !each.endedBy(now, rules)),
        outOfOffice,
        locations,
        moment(rules, now).stamp(),
        now);
  }

  private boolean endedWithSessions(Rules rules, Instant now) {
    return rules.preferences().withoutSession() == PreferenceRules.WithoutSession.LOST
        && !sessions.isEmpty()
        && sessions.stream().allMatch(session -> session.endedBy(now, rules));
  }

  /** These facts, with a new stamp if they look different from those before. */
  Presence stampedAfter(Presence before, Rules rules) {
    boolean same = Visible.of(this, rules, at).equals(Visible.of(before, rules, at));
    long next = same ? before.stamp : rules.reads().stamps().next(before.stamp, at);
    return new Presence(sessions, preference, message, outOfOffice, locations, next, at);
  }

  /** These facts, their stamp not below that. */
  public Presence stampedFrom(long least) {
    return stamp >= least
        ? this
        : new Presence(sessions, preference, message, outOfOffice, locations, least, at);
  }

  Presence withSessions(List<Session> value) {
    return new Presence(value, preference, message, outOfOffice, locations, stamp, at);
  }

  Presence withoutSession(String id) {
    return withSessions(sessions.stream().filter(session -> !session.id().equals(id)).toList());
  }

  Presence withNewest(Session session) {
    List<Session> all = new ArrayList<>(withoutSession(session.id()).sessions);
    all.add(session);
    return withSessions(all);
  }

  Presence withPreference(Optional<Preference> value) {
    return new Presence(sessions, value, message, outOfOffice, locations, stamp, at);
  }

  Presence withMessage(Optional<StatusMessage> value) {
    return new Presence(sessions, preference, value, outOfOffice, locations, stamp, at);
  }

  Presence withOutOfOffice(OutOfOffice value) {
    return new Presence(sessions, preference, message, value, locations, stamp, at);
  }

  Presence withLocations(Locations value) {
    return new Presence(sessions, preference, message, outOfOffice, value, stamp, at);
  }
}
