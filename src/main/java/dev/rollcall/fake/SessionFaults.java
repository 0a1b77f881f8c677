package dev.rollcall.fake;

import static dev.rollcall.fake.RuleFaults.decided;
import static dev.rollcall.fake.RuleFaults.fault;
import static dev.rollcall.fake.RuleFaults.span;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.rollcall.fake.Fault.OfRule;
import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rule faults of sessions: their life, their fading, which of several shows. */
final class SessionFaults {
  private SessionFaults() {}

  static List<OfRule> all() {
    var faults = new ArrayList<OfRule>();
    sessions(faults);
    precedence(faults);
    return faults;
  }

  private static void sessions(List<OfRule> faults) {
    faults.add(decided("sessions-never-expire", "expiry is ignored", Decision.SessionEnd.NEVER));
    faults.add(
        span(
            "sessions-expire-late",
            "a session expires a minute late",
            Span.SESSION_EXTRA,
            ofMinutes(2)));
    faults.add(
        span(
            "sessions-expire-early", "a session expires early", Span.SESSION_EXTRA, ofMinutes(-2)));
    faults.add(
        span(
            "default-expiry-10-minutes",
            "the default life of a session is 10 min",
            Span.SESSION_DEFAULT,
            ofMinutes(10)));
    faults.add(
        span(
            "default-expiry-3-minutes",
            "the default life of a session is 3 min",
            Span.SESSION_DEFAULT,
            ofMinutes(3)));
    faults.add(decided("available-never-fades", "Available does not fade", Decision.Fading.NONE));
    faults.add(decided("busy-fades", "Busy fades as well", Decision.Fading.BUSY_TOO));
    faults.add(
        span(
            "first-fade-late", "Available fades after 8 min", Span.FADE_TO_INACTIVE, ofMinutes(8)));
    faults.add(
        span(
            "first-fade-early",
            "Available fades after 2 min",
            Span.FADE_TO_INACTIVE,
            ofMinutes(2)));
    faults.add(
        span(
            "second-fade-early", "Available is away after 7 min", Span.FADE_TO_AWAY, ofMinutes(7)));
    faults.add(
        span(
            "second-fade-missing",
            "an inactive session does not become away",
            Span.FADE_TO_AWAY,
            ofHours(48)));
    faults.add(
        decided(
            "renewal-keeps-old-expiry",
            "a renewal does not restart the expiry",
            Decision.Renewal.STATE_AND_FADE));
    faults.add(
        decided(
            "renewal-keeps-fading",
            "a renewal does not restart the time-out",
            Decision.Renewal.STATE_AND_EXPIRY));
    faults.add(
        decided(
            "second-set-ignored", "a second setPresence has no effect", Decision.Renewal.NOTHING));
    faults.add(
        decided(
            "second-set-clears",
            "a second setPresence clears the session",
            Decision.Renewal.ENDS_THE_SESSION));
    faults.add(
        decided(
            "set-presence-without-effect",
            "setPresence answers 200 and does nothing",
            Decision.SetEffect.NONE));
    faults.add(
        decided(
            "clear-removes-nothing",
            "clearPresence leaves the session",
            Decision.SessionClear.NOTHING));
    faults.add(
        decided(
            "clear-removes-all-sessions",
            "clearPresence clears all applications' sessions",
            Decision.SessionClear.ALL_SESSIONS));
    faults.add(
        decided(
            "clear-removes-preference",
            "clearPresence clears the preference too",
            Decision.SessionClear.PREFERENCE_TOO));
    faults.add(
        decided(
            "clear-unknown-session-accepted",
            "clearing a session that is not there succeeds",
            Decision.UnknownSession.ACCEPTED));
    faults.add(
        decided(
            "refused-write-clears-sessions",
            "a refused write clears all sessions",
            Decision.RefusedWrite.NO_SESSION));
  }

  private static void precedence(List<OfRule> faults) {
    List<String> reversed = new ArrayList<>(Rules.documented().ranking());
    Collections.reverse(reversed);
    faults.add(
        fault("rank-reversed", "the weakest session shows", rules -> rules.ranked(reversed)));
    faults.add(
        fault(
            "busy-over-do-not-disturb",
            "Busy shows over DoNotDisturb",
            rules -> rules.ranked(List.of("Busy", "DoNotDisturb", "Available", "Away"))));
    faults.add(
        fault(
            "available-over-busy",
            "Available shows over Busy",
            rules -> rules.ranked(List.of("DoNotDisturb", "Available", "Busy", "Away"))));
    faults.add(
        fault(
            "away-over-available",
            "Away shows over Available",
            rules -> rules.ranked(List.of("DoNotDisturb", "Busy", "Away", "Available"))));
    faults.add(
        decided("first-session-wins", "the session set first shows", Decision.Winner.FIRST_SET));
    faults.add(
        decided("latest-session-wins", "the session set last shows", Decision.Winner.LATEST_SET));
    faults.add(
        decided(
            "pair-mixed-from-two-sessions",
            "availability and activity come from different sessions",
            Decision.PairSource.MIXED));
    faults.add(
        decided(
            "second-application-replaces-first",
            "a user has one session for all applications",
            Decision.Applications.LAST_ONE_REPLACES));
  }
}
