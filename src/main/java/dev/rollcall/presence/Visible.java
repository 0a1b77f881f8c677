package dev.rollcall.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What can be seen of a person at one instant. A change of any part of it is a visible change. */
public record Visible(
    Pair pair,
    Optional<StatusMessage> message,
    OutOfOffice outOfOffice,
    Optional<WorkLocation> workLocation) {

  /** Of somebody of whom nothing is shown but a pair. */
  public static Visible only(Pair pair) {
    return new Visible(pair, Optional.empty(), OutOfOffice.NO, Optional.empty());
  }

  static Visible of(Presence presence, Rules rules, Instant now) {
    Pair pair = pair(presence, rules, now);
    return new Visible(
        rules.outOfOffice().shown(pair, presence.outOfOffice()),
        presence
            .message()
            .filter(message -> !message.endedBy(now, rules))
            .filter(message -> !endsWithSessions(rules) || !live(presence, rules, now).isEmpty()),
        rules.outOfOffice().shown(presence.outOfOffice(), pair),
        presence.locations().visible(rules.locations()));
  }

  private static boolean endsWithSessions(Rules rules) {
    return rules.messages().end() == MessageRules.End.WITH_THE_SESSIONS;
  }

  private static List<Session> live(Presence presence, Rules rules, Instant now) {
    return presence.sessions().stream().filter(session -> !session.endedBy(now, rules)).toList();
  }

  private static Pair pair(Presence presence, Rules rules, Instant now) {
    List<Session> live = live(presence, rules, now);
    Pair aggregate = aggregate(live, rules, now);
    return presence
        .preference()
        .filter(preference -> !preference.endedBy(now, rules))
        .map(preference -> shown(preference, live, rules, now))
        .filter(preferred -> shows(preferred, aggregate, live.isEmpty(), rules))
        .orElse(aggregate);
  }

  private static Pair shown(Preference preference, List<Session> live, Rules rules, Instant now) {
    return switch (rules.preferences().effect()) {
      case WITH_A_SESSION, ALWAYS, NEVER -> preference.pair();
      case FADING_WITH_A_SESSION ->
          live.stream()
              .map(session -> rules.fade().shown(preference.pair(), session.setAt(), now))
              .findFirst()
              .orElse(preference.pair());
    };
  }

  private static boolean shows(Pair preferred, Pair aggregate, boolean alone, Rules rules) {
    boolean effect =
        switch (rules.preferences().effect()) {
          case WITH_A_SESSION, FADING_WITH_A_SESSION -> !alone;
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return effect
        && switch (rules.preferences().strength()) {
          case EVERY_SESSION -> true;
          case WEAKER_SESSIONS ->
              rules.aggregate().strength(preferred.availability())
                  >= rules.aggregate().strength(aggregate.availability());
        };
  }

  private static Pair aggregate(List<Session> live, Rules rules, Instant now) {
    Comparator<Session> byStrength =
        Comparator.comparingInt(session -> strength(session, rules, now));
    Optional<Session> strongest =
        live.stream()
            .reduce(
                (one, later) -> {
                  int order = byStrength.compare(later, one);
                  boolean latest = rules.aggregate().tie() == AggregateRules.Tie.LATEST_SET;
                  return order > 0 || order == 0 && latest ? later : one;
                });
    if (strongest.isEmpty()) {
      return rules.aggregate().withoutSession();
    }
    Pair shown = strongest.get().shown(now, rules);
    return switch (rules.aggregate().source()) {
      case ONE_SESSION -> shown;
      case STRONGEST_AND_WEAKEST ->
          new Pair(
              shown.availability(),
              live.stream().min(byStrength).orElseThrow().shown(now, rules).activity());
    };
  }

  private static int strength(Session session, Rules rules, Instant now) {
    Pair counted =
        switch (rules.fade().rank()) {
          case AS_SHOWN -> session.shown(now, rules);
          case AS_SET -> session.pair();
        };
    return rules.aggregate().strength(counted.availability());
  }
}
