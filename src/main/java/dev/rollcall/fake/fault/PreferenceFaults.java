package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.ClearPreference;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.PreferenceRules;
import dev.rollcall.presence.PreferenceRules.ClearOfNothing;
import dev.rollcall.presence.PreferenceRules.Cleared;
import dev.rollcall.presence.PreferenceRules.Effect;
import dev.rollcall.presence.PreferenceRules.Renewal;
import dev.rollcall.presence.PreferenceRules.Strength;
import dev.rollcall.presence.PreferenceRules.WithoutSession;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.SetPreference;
import dev.rollcall.presence.WriteRules;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rule faults of the preferred presence. */
final class PreferenceFaults {
  private PreferenceFaults() {}

  static Stream<Fault> all() {
    return Stream.of(effects(), lives(), clears(), pairs()).flatMap(each -> each);
  }

  private static Stream<Fault> effects() {
    return Stream.of(
        preferred(
            "preferred-ignored",
            "a preference never shows",
            rules -> rules.withEffect(Effect.NEVER)),
        preferred(
            "preferred-fades",
            "a preference of Available fades as the session behind it does",
            rules -> rules.withEffect(Effect.FADING_WITH_A_SESSION)),
        preferred(
            "preferred-needs-no-session",
            "a preference shows without any session",
            rules -> rules.withEffect(Effect.ALWAYS)),
        preferred(
            "preferred-loses-to-stronger-session",
            "a preference shows only over weaker sessions",
            rules -> rules.withStrength(Strength.WEAKER_SESSIONS)),
        preferred(
            "preferred-forgotten-without-session",
            "a preference set while there is no session is dropped",
            rules -> rules.withWithoutSession(WithoutSession.FORGOTTEN)),
        preferred(
            "preferred-ends-with-sessions",
            "a preference is gone once all sessions have expired",
            rules -> rules.withWithoutSession(WithoutSession.LOST)),
        preferred(
            "preferred-refused-without-session",
            "setUserPreferredPresence answers 404 while there is no session",
            rules -> rules.withWithoutSession(WithoutSession.REFUSED)),
        preferred(
            "preferred-not-replaced",
            "a second preference leaves the first in force",
            rules -> rules.withRenewal(Renewal.FIRST_STAYS)),
        preferred(
            "preferred-keeps-old-expiry",
            "a second preference ends when the first would have",
            rules -> rules.withRenewal(Renewal.KEEPS_EXPIRY)),
        preferred(
            "preferred-keeps-later-expiry",
            "a second preference never ends before the first would have",
            rules -> rules.withRenewal(Renewal.KEEPS_LATER_EXPIRY)),
        preferred(
            "preferred-adds-life",
            "a second preference adds its life to what is left of the first",
            rules -> rules.withRenewal(Renewal.ADDS_LIFE)),
        writes(
            "set-user-preferred-presence-changes-nothing",
            "setUserPreferredPresence answers success and does nothing",
            rules -> rules.ignoring(SetPreference.class)));
  }

  private static Stream<Fault> lives() {
    return Stream.concat(
        ends(),
        Rules.documented().preferences().lives().keySet().stream()
            .map(PreferenceFaults::otherLife));
  }

  private static Stream<Fault> ends() {
    return Stream.of(
        preferred(
            "preferred-never-expires",
            "a preference lives for ever",
            rules -> rules.withOverstay(Duration.ofDays(100_000))),
        preferred(
            "preferred-expiry-off-by-a-minute",
            "a preference lives a minute too long",
            rules -> rules.withOverstay(Duration.ofMinutes(1))),
        preferred(
            "preferred-expiry-early",
            "a preference ends a minute too early",
            rules -> rules.withOverstay(Duration.ofMinutes(-1))),
        preferred(
            "preferred-defaults-swapped",
            "a preference lives a week where a day is meant and the reverse",
            rules ->
                rules.withLives(
                    rules.lives().entrySet().stream()
                        .collect(
                            Collectors.toMap(
                                Map.Entry::getKey,
                                each -> Duration.ofDays(8).minus(each.getValue()))))),
        defaultLife("one-hour", Duration.ofHours(1)),
        defaultLife("one-day", Duration.ofDays(1)),
        defaultLife("seven-days", Duration.ofDays(7)));
  }

  private static Fault otherLife(Availability availability) {
    Duration week = Duration.ofDays(7);
    Duration other =
        week.equals(Rules.documented().preferences().lives().get(availability))
            ? Duration.ofDays(1)
            : week;
    return preferred(
        "preferred-default-of-" + Slug.of(availability.text()),
        "a preference of " + availability.text() + " that asked for no duration lives " + other,
        rules -> {
          Map<Availability, Duration> lives = new EnumMap<>(rules.lives());
          lives.put(availability, other);
          return rules.withLives(lives);
        });
  }

  private static Fault defaultLife(String name, Duration life) {
    return preferred(
        "preferred-default-" + name,
        "a preference that asked for no duration lives " + life + ", whatever it is",
        rules ->
            rules.withLives(
                rules.lives().keySet().stream()
                    .collect(Collectors.toMap(each -> each, each -> life))));
  }

  private static Stream<Fault> clears() {
    return Stream.of(
        preferred(
            "preferred-survives-clear",
            "clearUserPreferredPresence leaves the preference",
            rules -> rules.withCleared(Cleared.NOTHING)),
        preferred(
            "preferred-clear-removes-sessions",
            "clearUserPreferredPresence removes the sessions too",
            rules -> rules.withCleared(Cleared.PREFERENCE_AND_SESSIONS)),
        preferred(
            "preferred-clear-of-nothing-refused",
            "clearUserPreferredPresence answers 404 when nothing is preferred",
            rules -> rules.withClearOfNothing(ClearOfNothing.REFUSED)),
        writes(
            "clear-user-preferred-presence-changes-nothing",
            "clearUserPreferredPresence answers success and does nothing",
            rules -> rules.ignoring(ClearPreference.class)));
  }

  private static Stream<Fault> pairs() {
    Stream<Fault> refused =
        Rules.documented().preferences().pairs().stream()
            .map(
                pair ->
                    preferred(
                        "preferred-pair-" + Slug.of(pair) + "-refused",
                        "setUserPreferredPresence refuses " + pair,
                        rules -> rules.withPairs(Pairs.without(rules.pairs(), pair))));
    List<Pair> wrong =
        List.of(
            new Pair(Availability.BUSY, Activity.IN_A_CALL),
            new Pair(Availability.OFFLINE, Activity.OFFLINE),
            new Pair(Availability.DO_NOT_DISTURB, Activity.PRESENTING));
    Stream<Fault> accepted =
        wrong.stream()
            .map(
                pair ->
                    preferred(
                        "preferred-pair-" + Slug.of(pair) + "-accepted",
                        "setUserPreferredPresence takes " + pair,
                        rules -> rules.withPairs(Pairs.with(rules.pairs(), pair))));
    Fault any =
        preferred(
            "any-preferred-pair-accepted",
            "setUserPreferredPresence takes every pair of known values",
            rules -> rules.withPairs(Pair.every()));
    return Stream.of(refused, accepted, Stream.of(any)).flatMap(each -> each);
  }

  private static Fault preferred(
      String id, String description, UnaryOperator<PreferenceRules> change) {
    return new RuleFault(id, description, rules -> rules.preferences(change));
  }

  private static Fault writes(String id, String description, UnaryOperator<WriteRules> change) {
    return new RuleFault(id, description, rules -> rules.writes(change));
  }
}
