package dev.rollcall.fake;

import static dev.rollcall.fake.RuleFaults.decided;
import static dev.rollcall.fake.RuleFaults.fault;
import static dev.rollcall.fake.RuleFaults.span;
import static java.time.Duration.ofHours;

import dev.rollcall.fake.Fault.OfRule;
import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rule faults of what users choose: the presence they prefer, the message they show. */
final class ChoiceFaults {
  private ChoiceFaults() {}

  static List<OfRule> all() {
    var faults = new ArrayList<OfRule>();
    preferences(faults);
    messages(faults);
    return faults;
  }

  private static void preferences(List<OfRule> faults) {
    faults.add(
        decided("preferred-ignored", "a preference never shows", Decision.PreferenceScope.NEVER));
    faults.add(
        decided(
            "preferred-needs-no-session",
            "a preference shows without a session",
            Decision.PreferenceScope.ALWAYS));
    faults.add(
        decided(
            "preference-without-session-dropped",
            "a preference set without a session is forgotten",
            Decision.PreferenceAlone.DROPPED));
    faults.add(
        decided(
            "preferred-not-replaced",
            "a second preference is ignored",
            Decision.PreferenceAgain.IGNORED));
    faults.add(
        decided(
            "preferred-never-expires",
            "a preference does not expire",
            Decision.PreferenceEnd.NEVER));
    faults.add(
        decided(
            "preferred-survives-clear",
            "clearing a preference has no effect",
            Decision.PreferenceClear.IGNORED));
    faults.add(
        decided(
            "clear-preference-needs-one",
            "clearing no preference is refused",
            Decision.PreferenceClear.NEEDS_ONE));
    faults.add(
        fault(
            "preferred-default-one-hour",
            "the default life of a preference is an hour",
            rules ->
                rules
                    .with(Span.PREFERENCE_BUSY, ofHours(1))
                    .with(Span.PREFERENCE_OTHER, ofHours(1))));
    faults.add(
        span(
            "preferred-busy-seven-days",
            "a preference Busy lives 7 days",
            Span.PREFERENCE_BUSY,
            Duration.ofDays(7)));
    faults.add(
        span(
            "preferred-others-one-day",
            "every preference lives a day",
            Span.PREFERENCE_OTHER,
            Duration.ofDays(1)));
  }

  private static void messages(List<OfRule> faults) {
    faults.add(
        decided(
            "status-message-without-effect",
            "setStatusMessage answers 200 and does nothing",
            Decision.MessageWrite.HAS_NO_EFFECT));
    faults.add(
        decided(
            "status-message-not-replaced",
            "a second status message is ignored",
            Decision.MessageWrite.KEEPS_THE_FIRST));
    faults.add(
        decided(
            "status-message-changes-availability",
            "a status message sets Busy",
            Decision.MessageWrite.SETS_BUSY_TOO));
    faults.add(
        decided(
            "status-message-never-expires",
            "a status message does not lapse",
            Decision.MessageEnd.NEVER));
    faults.add(
        decided(
            "status-message-lapses-after-a-day",
            "every status message lapses after a day",
            Decision.MessageEnd.AFTER_A_DAY));
    faults.add(
        decided(
            "status-message-html-accepted",
            "html is accepted and kept",
            Decision.Html.KEPT_AS_HTML));
    faults.add(
        decided(
            "dates-shown-to-others",
            "everybody sees expiry and publication",
            Decision.MessageDates.EVERYBODY));
    faults.add(
        decided(
            "published-taken-from-request",
            "publishedDateTime of the request is kept",
            Decision.Published.REQUEST));
    faults.add(
        span(
            "published-an-hour-late",
            "publishedDateTime is an hour late",
            Span.PUBLISHED_EXTRA,
            ofHours(1)));
    faults.add(
        span(
            "expiry-shifted-an-hour",
            "a status message lapses an hour late",
            Span.MESSAGE_EXTRA,
            ofHours(1)));
  }
}
