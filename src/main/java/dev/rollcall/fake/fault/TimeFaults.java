package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.AggregateRules;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.FadeRules;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.SessionRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rule faults of fade, expiry and precedence. */
final class TimeFaults {
  private static final Duration NEVER = Duration.ofDays(100_000);

  private TimeFaults() {}

  static Stream<Fault> all() {
    return Stream.of(fades(), expiries(), precedence()).flatMap(each -> each);
  }

  private static Stream<Fault> fades() {
    return Stream.of(
        fade(
            "available-never-fades",
            "an Available session stays as it is until it ends",
            rules -> rules.withFading(Set.of())),
        fade(
            "fade-late",
            "both fades come a minute late",
            rules ->
                rules.withToInactive(Duration.ofMinutes(6)).withToAway(Duration.ofMinutes(11))),
        fade(
            "fade-early",
            "both fades come a minute early",
            rules -> rules.withToInactive(Duration.ofMinutes(4)).withToAway(Duration.ofMinutes(9))),
        fade(
            "first-fade-late",
            "the first fade comes a minute late",
            rules -> rules.withToInactive(Duration.ofMinutes(6))),
        fade(
            "first-fade-early",
            "the first fade comes a minute early",
            rules -> rules.withToInactive(Duration.ofMinutes(4))),
        fade(
            "second-fade-late",
            "the second fade comes a minute late",
            rules -> rules.withToAway(Duration.ofMinutes(11))),
        fade(
            "second-fade-early",
            "the second fade comes a minute early",
            rules -> rules.withToAway(Duration.ofMinutes(9))),
        fade(
            "second-fade-after-15-minutes",
            "the second fade counts ten minutes from the first",
            rules -> rules.withToAway(Duration.ofMinutes(15))),
        fade(
            "fade-stops-at-inactive",
            "an Available session never becomes Away",
            rules -> rules.withToAway(NEVER)),
        fade(
            "fade-straight-to-away",
            "an Available session becomes Away with its first fade",
            rules -> rules.withToAway(rules.toInactive())),
        fade(
            "busy-fades",
            "a Busy session fades as an Available one does",
            rules -> rules.withFading(Set.of(Availability.AVAILABLE, Availability.BUSY))),
        fade(
            "do-not-disturb-fades",
            "a DoNotDisturb session fades as an Available one does",
            rules -> rules.withFading(Set.of(Availability.AVAILABLE, Availability.DO_NOT_DISTURB))),
        fade(
            "away-fades",
            "an Away session becomes Available/AvailableInactive for a while",
            rules -> rules.withFading(Set.of(Availability.AVAILABLE, Availability.AWAY))),
        new RuleFault(
            "faded-session-keeps-its-rank",
            "a session that faded to Away still beats a later Available one",
            rules ->
                rules
                    .fade(fade -> fade.withRank(FadeRules.FadedRank.AS_SET))
                    .aggregate(all -> all.withTie(AggregateRules.Tie.EARLIEST_SET))),
        fade(
            "fade-wins-over-expiry",
            "where first fade and end fall together, the session fades and stays",
            rules -> rules.withAtTheEnd(FadeRules.AtTheEnd.FADE_WINS)));
  }

  private static Stream<Fault> expiries() {
    return Stream.of(
        expiry("sessions-never-expire", "a session lives for ever", NEVER),
        expiry(
            "expiry-off-by-a-minute", "a session lives a minute too long", Duration.ofMinutes(1)),
        expiry("expiry-early", "a session ends a minute too early", Duration.ofMinutes(-1)),
        expiry(
            "expiry-late-by-a-second", "a session lives a second too long", Duration.ofSeconds(1)),
        expiry("expiry-early-by-a-second", "a session ends a second early", Duration.ofSeconds(-1)),
        aggregate(
            "without-session-away",
            "a person without a session shows Away/Away",
            rules -> rules.withWithoutSession(new Pair(Availability.AWAY, Activity.AWAY))),
        aggregate(
            "without-session-off-work",
            "a person without a session shows Offline/OffWork",
            rules -> rules.withWithoutSession(new Pair(Availability.OFFLINE, Activity.OFF_WORK))));
  }

  private static Stream<Fault> precedence() {
    Availability dnd = Availability.DO_NOT_DISTURB;
    Availability busy = Availability.BUSY;
    Availability available = Availability.AVAILABLE;
    Availability away = Availability.AWAY;
    return Stream.of(
        ranks("rank-reversed", "the weakest session shows", away, available, busy, dnd),
        ranks("busy-above-do-not-disturb", "Busy beats DoNotDisturb", busy, dnd, available, away),
        ranks("available-above-busy", "Available beats Busy", dnd, available, busy, away),
        ranks("away-above-available", "Away beats Available", dnd, busy, away, available),
        ranks("latest-session-wins", "sessions have no rank, the latest shows"),
        aggregate(
            "earliest-session-wins-ties",
            "of two equally strong sessions the earlier shows",
            rules -> rules.withTie(AggregateRules.Tie.EARLIEST_SET)),
        aggregate(
            "pair-mixed-from-two-sessions",
            "availability is the strongest session's, activity the weakest's",
            rules -> rules.withSource(AggregateRules.PairSource.STRONGEST_AND_WEAKEST)));
  }

  private static Fault fade(String id, String description, UnaryOperator<FadeRules> change) {
    return new RuleFault(id, description, rules -> rules.fade(change));
  }

  private static Fault expiry(String id, String description, Duration overstay) {
    UnaryOperator<SessionRules> change = rules -> rules.withOverstay(overstay);
    return new RuleFault(id, description, rules -> rules.sessions(change));
  }

  private static Fault aggregate(
      String id, String description, UnaryOperator<AggregateRules> change) {
    return new RuleFault(id, description, rules -> rules.aggregate(change));
  }

  private static Fault ranks(String id, String description, Availability... strongestFirst) {
    return aggregate(id, description, rules -> rules.withRanks(List.of(strongestFirst)));
  }
}
