package dev.rollcall.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The documented rules: every length, order, table and decision. Written by hand from the facts, so
 * that a wrong cell here and the definition disagree loudly. A rule fault is a function from these
 * to others.
 *
 * @param ranking availabilities of sessions, the one that shows first (facts 3.2, Q-03 for the
 *     last)
 * @param sessionPairs that setPresence accepts (facts 2.4)
 * @param preferencePairs that setUserPreferredPresence accepts (facts 2.6)
 * @param mostIds in one batch read (facts 4)
 */
public record Rules(
    Map<Span, Duration> spans,
    Map<Class<?>, Decision> departures,
    List<String> ranking,
    Set<State> sessionPairs,
    Set<State> preferencePairs,
    int mostIds) {

  public Rules {
    spans = Map.copyOf(spans);
    departures = Map.copyOf(departures);
    ranking = List.copyOf(ranking);
    sessionPairs = Set.copyOf(sessionPairs);
    preferencePairs = Set.copyOf(preferencePairs);
  }

  /** What the pages say. */
  public static Rules documented() {
    var spans = new EnumMap<Span, Duration>(Span.class);
    for (Span span : Span.values()) {
      spans.put(span, span.documented());
    }
    return new Rules(
        spans,
        Map.of(),
        List.of("DoNotDisturb", "Busy", "Available", "Away"),
        Set.of(
            new State("Available", "Available"),
            new State("Busy", "InACall"),
            new State("Busy", "InAConferenceCall"),
            new State("Away", "Away"),
            new State("DoNotDisturb", "Presenting")),
        Set.of(
            new State("Available", "Available"),
            new State("Busy", "Busy"),
            new State("DoNotDisturb", "DoNotDisturb"),
            new State("BeRightBack", "BeRightBack"),
            new State("Away", "Away"),
            new State("Offline", "OffWork")),
        650);
  }

  public Duration span(Span span) {
    return spans.get(span);
  }

  /** What is decided on a question, such as {@code decision(Decision.SessionClear.class)}. */
  public <D extends Enum<D> & Decision> D decision(Class<D> question) {
    Decision departure = departures.get(question);
    return departure == null ? question.getEnumConstants()[0] : question.cast(departure);
  }

  public Rules with(Span span, Duration length) {
    var changed = new EnumMap<>(spans);
    changed.put(span, length);
    return new Rules(changed, departures, ranking, sessionPairs, preferencePairs, mostIds);
  }

  /** The same with another decision. */
  public <D extends Enum<D> & Decision> Rules with(D decision) {
    var changed = new HashMap<>(departures);
    changed.put(decision.getDeclaringClass(), decision);
    return new Rules(spans, changed, ranking, sessionPairs, preferencePairs, mostIds);
  }

  public Rules ranked(List<String> order) {
    return new Rules(spans, departures, order, sessionPairs, preferencePairs, mostIds);
  }

  public Rules withoutSessionPair(State pair) {
    return new Rules(
        spans, departures, ranking, without(sessionPairs, pair), preferencePairs, mostIds);
  }

  public Rules withoutPreferencePair(State pair) {
    return new Rules(
        spans, departures, ranking, sessionPairs, without(preferencePairs, pair), mostIds);
  }

  public Rules withMostIds(int ids) {
    return new Rules(spans, departures, ranking, sessionPairs, preferencePairs, ids);
  }

  /** The default life of a preference. */
  Duration preferenceLife(State preferred) {
    boolean busy =
        preferred.availability().equals("Busy") || preferred.availability().equals("DoNotDisturb");
    return span(busy ? Span.PREFERENCE_BUSY : Span.PREFERENCE_OTHER);
  }

  /** The place of an availability in the ranking, 0 for the one that shows first. */
  int rank(String availability) {
    int place = new ArrayList<>(ranking).indexOf(availability);
    return place < 0 ? ranking.size() : place;
  }

  private static Set<State> without(Set<State> pairs, State pair) {
    var fewer = new LinkedHashSet<>(pairs);
    fewer.remove(pair);
    return fewer;
  }
}
