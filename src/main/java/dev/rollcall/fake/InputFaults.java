package dev.rollcall.fake;

import static dev.rollcall.fake.RuleFaults.decided;
import static dev.rollcall.fake.RuleFaults.fault;
import static dev.rollcall.fake.RuleFaults.span;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.rollcall.fake.Fault.OfRule;
import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Span;
import java.util.ArrayList;
import java.util.List;

/** Rule faults of what is accepted and what a read tells. */
final class InputFaults {
  private InputFaults() {}

  static List<OfRule> all() {
    var faults = new ArrayList<OfRule>();
    input(faults);
    return faults;
  }

  private static void input(List<OfRule> faults) {
    faults.add(decided("any-pair-accepted", "pairs are not looked at", Decision.Pairs.ANY));
    faults.add(
        decided("any-duration-accepted", "durations are not looked at", Decision.Durations.ANY));
    faults.add(
        span(
            "longest-session-one-hour",
            "sessions over an hour are refused",
            Span.SESSION_LONGEST,
            ofHours(1)));
    faults.add(
        span(
            "shortest-session-ten-minutes",
            "sessions under 10 min are refused",
            Span.SESSION_SHORTEST,
            ofMinutes(10)));
    faults.add(
        span(
            "short-sessions-accepted",
            "sessions of a minute are accepted",
            Span.SESSION_SHORTEST,
            ofMinutes(1)));
    faults.add(
        decided("session-id-optional", "a session needs no id", Decision.SessionId.OPTIONAL));
    faults.add(
        decided(
            "null-availability-accepted",
            "availability and activity may be left out",
            Decision.PairMembers.OPTIONAL));
    faults.add(
        fault(
            "limit-ignored",
            "any number of ids is accepted",
            rules -> rules.withMostIds(Integer.MAX_VALUE)));
    faults.add(
        fault("limit-off-by-one-low", "649 ids are the limit", rules -> rules.withMostIds(649)));
    faults.add(
        fault("limit-off-by-one-high", "651 ids are the limit", rules -> rules.withMostIds(651)));
    faults.add(
        decided(
            "read-shows-another-user",
            "a read shows somebody else",
            Decision.Subject.ANOTHER_USER));
    faults.add(
        decided("sequence-falls", "sequenceNumber falls with each change", Decision.Stamp.FALLS));
    faults.add(
        decided(
            "sequence-stands-still", "sequenceNumber never changes", Decision.Stamp.STANDS_STILL));
  }
}
