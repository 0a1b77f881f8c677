package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.ClearSession;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.SessionRules;
import dev.rollcall.presence.SessionRules.Cleared;
import dev.rollcall.presence.SessionRules.Renewal;
import dev.rollcall.presence.SetSession;
import dev.rollcall.presence.WriteRules;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rule faults of setPresence and clearPresence. */
final class SessionFaults {
  private SessionFaults() {}

  static Stream<Fault> all() {
    return Stream.of(taken(), pairs(), renewals(), clears()).flatMap(each -> each);
  }

  private static Stream<Fault> taken() {
    return Stream.of(
        sessions(
            "any-pair-accepted",
            "setPresence takes every pair of known values",
            rules -> rules.withPairs(Pair.every())),
        sessions(
            "any-duration-accepted",
            "setPresence takes every duration, however short or long",
            rules ->
                rules.withShortest(Duration.ZERO).withLongest(Duration.ofSeconds(Long.MAX_VALUE))),
        sessions(
            "short-duration-accepted",
            "setPresence takes durations from one minute on",
            rules -> rules.withShortest(Duration.ofMinutes(1))),
        sessions(
            "long-duration-accepted",
            "setPresence takes durations of up to a day",
            rules -> rules.withLongest(Duration.ofDays(1))),
        sessions(
            "shortest-duration-refused",
            "setPresence refuses exactly five minutes",
            rules -> rules.withShortest(Duration.ofMinutes(5).plusNanos(1))),
        sessions(
            "longest-duration-refused",
            "setPresence refuses exactly four hours",
            rules -> rules.withLongest(Duration.ofHours(4).minusNanos(1))),
        sessions(
            "default-expiry-10-minutes",
            "a session that asked for no duration lives ten minutes",
            rules -> rules.withUsual(Duration.ofMinutes(10))),
        sessions(
            "short-duration-off-by-a-second",
            "setPresence takes a second less than five minutes",
            rules -> rules.withShortest(Duration.ofMinutes(5).minusSeconds(1))),
        sessions(
            "long-duration-off-by-a-second",
            "setPresence takes a second more than four hours",
            rules -> rules.withLongest(Duration.ofHours(4).plusSeconds(1))),
        sessions(
            "default-expiry-6-minutes",
            "a session that asked for no duration lives six minutes",
            rules -> rules.withUsual(Duration.ofMinutes(6))),
        sessions(
            "default-expiry-4-minutes",
            "a session that asked for no duration lives four minutes",
            rules -> rules.withUsual(Duration.ofMinutes(4))),
        sessions(
            "default-expiry-1-minute",
            "a session that asked for no duration lives one minute",
            rules -> rules.withUsual(Duration.ofMinutes(1))),
        writes(
            "unreadable-duration-accepted",
            "a duration that is none is taken as absent",
            rules -> rules.withUnreadable(WriteRules.Unreadable.TAKEN_AS_ABSENT)),
        writes(
            "session-id-optional",
            "setPresence and clearPresence do without a session id",
            rules -> rules.without(WriteRules.Member.SESSION_ID)),
        writes(
            "null-availability-accepted",
            "a write without availability means Available",
            rules -> rules.without(WriteRules.Member.AVAILABILITY)),
        writes(
            "null-activity-accepted",
            "a write without activity means Available",
            rules -> rules.without(WriteRules.Member.ACTIVITY)),
        writes(
            "refused-write-changes-state",
            "a write that is refused is carried out all the same",
            rules -> rules.withRefused(WriteRules.Refused.CHANGES_STATE)),
        writes(
            "refused-write-ends-sessions",
            "a write that is refused ends the sessions that are there",
            rules -> rules.withRefused(WriteRules.Refused.ENDS_SESSIONS)),
        writes(
            "every-write-renews",
            "any write restarts the clocks of every session",
            rules -> rules.withActivity(WriteRules.Activity.EVERY_WRITE)),
        writes(
            "set-presence-changes-nothing",
            "setPresence answers success and does nothing",
            rules -> rules.ignoring(SetSession.class)),
        writes(
            "clear-presence-changes-nothing",
            "clearPresence answers success and does nothing",
            rules -> rules.ignoring(ClearSession.class)));
  }

  private static Stream<Fault> pairs() {
    Stream<Fault> refused =
        Rules.documented().sessions().pairs().stream()
            .map(
                pair ->
                    sessions(
                        "session-pair-" + Slug.of(pair) + "-refused",
                        "setPresence refuses " + pair,
                        rules -> rules.withPairs(Pairs.without(rules.pairs(), pair))));
    List<Pair> wrong =
        List.of(
            new Pair(Availability.BUSY, Activity.BUSY),
            new Pair(Availability.BUSY, Activity.IN_A_MEETING),
            new Pair(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB),
            new Pair(Availability.OFFLINE, Activity.OFFLINE),
            new Pair(Availability.OFFLINE, Activity.OFF_WORK),
            new Pair(Availability.AVAILABLE, Activity.IN_A_CALL),
            new Pair(Availability.AVAILABLE, Activity.OUT_OF_OFFICE),
            new Pair(Availability.BE_RIGHT_BACK, Activity.BE_RIGHT_BACK));
    Stream<Fault> accepted =
        wrong.stream()
            .map(
                pair ->
                    sessions(
                        "session-pair-" + Slug.of(pair) + "-accepted",
                        "setPresence takes " + pair,
                        rules -> rules.withPairs(Pairs.with(rules.pairs(), pair))));
    return Stream.concat(refused, accepted);
  }

  private static Stream<Fault> renewals() {
    return Stream.of(
        sessions(
            "renewal-keeps-old-expiry",
            "setting a session again does not move its end",
            rules -> rules.withRenewal(Renewal.KEEPS_EXPIRY)),
        sessions(
            "renewal-keeps-old-fade",
            "setting a session again does not restart its fade",
            rules -> rules.withRenewal(Renewal.KEEPS_FADE)),
        sessions(
            "renewal-keeps-old-pair",
            "setting a session again does not change its pair",
            rules -> rules.withRenewal(Renewal.KEEPS_PAIR)),
        sessions(
            "renewal-keeps-later-expiry",
            "setting a session again never makes it shorter",
            rules -> rules.withRenewal(Renewal.KEEPS_LATER_EXPIRY)),
        sessions(
            "renewal-adds-life",
            "setting a session again adds its life to what is left",
            rules -> rules.withRenewal(Renewal.ADDS_LIFE)),
        sessions(
            "second-session-replaces-first",
            "a person has one session, whatever its id",
            rules -> rules.withKeys(SessionRules.Keys.NOTHING)));
  }

  private static Stream<Fault> clears() {
    return Stream.of(
        sessions(
            "clear-removes-nothing",
            "clearPresence finds the session and leaves it",
            rules -> rules.withCleared(Cleared.NOTHING)),
        sessions(
            "clear-removes-all-sessions",
            "clearPresence removes the sessions of every id",
            rules -> rules.withCleared(Cleared.EVERY_SESSION)),
        sessions(
            "clear-removes-equal-sessions",
            "clearPresence removes every session of the same pair",
            rules -> rules.withCleared(Cleared.EVERY_EQUAL_SESSION)),
        sessions(
            "clear-removes-preference",
            "clearPresence removes the preference too",
            rules -> rules.withCleared(Cleared.SESSION_AND_PREFERENCE)),
        sessions(
            "clear-removes-message",
            "clearPresence removes the status message too",
            rules -> rules.withCleared(Cleared.SESSION_AND_MESSAGE)),
        sessions(
            "clear-unknown-session-accepted",
            "clearPresence of a session that is not there answers success",
            rules -> rules.withUnknown(SessionRules.Unknown.ACCEPTED)));
  }

  private static Fault sessions(String id, String description, UnaryOperator<SessionRules> change) {
    return new RuleFault(id, description, rules -> rules.sessions(change));
  }

  private static Fault writes(String id, String description, UnaryOperator<WriteRules> change) {
    return new RuleFault(id, description, rules -> rules.writes(change));
  }
}
