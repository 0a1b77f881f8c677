package dev.rollcall.presence;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What setting and clearing a preferred presence does; facts file, sections 2.6, 2.7 and 3.4.
 *
 * @param pairs the pairs that can be preferred
 * @param lives life of a preference that asked for none, by availability
 * @param overstay how long a preference outlives its end: not at all
 * @param effect when a preference shows
 * @param strength what a preference that shows wins against
 * @param renewal what a second preference does to the first
 * @param withoutSession what becomes of a preference while there is no session
 * @param cleared what a clear removes
 * @param clearOfNothing what clearing answers when nothing is preferred
 */
public record PreferenceRules(
    Set<Pair> pairs,
    Map<Availability, Duration> lives,
    Duration overstay,
    Effect effect,
    Strength strength,
    Renewal renewal,
    WithoutSession withoutSession,
    Cleared cleared,
    ClearOfNothing clearOfNothing) {

  /** When a preference shows. */
  public enum Effect {
    WITH_A_SESSION,
    FADING_WITH_A_SESSION,
    ALWAYS,
    NEVER
  }

  /** What a preference that shows wins against. */
  public enum Strength {
    EVERY_SESSION,
    WEAKER_SESSIONS
  }

  /** What a second preference does to the first. */
  public enum Renewal {
    REPLACES_IT,
    FIRST_STAYS,
    KEEPS_EXPIRY,
    KEEPS_LATER_EXPIRY,
    ADDS_LIFE
  }

  /** What becomes of a preference that is set, or was, while there is no session. */
  public enum WithoutSession {
    KEPT,
    LOST,
    FORGOTTEN,
    REFUSED
  }

  /** What a clear removes. */
  public enum Cleared {
    THE_PREFERENCE,
    NOTHING,
    PREFERENCE_AND_SESSIONS
  }

  /** What clearing answers when nothing is preferred. */
  public enum ClearOfNothing {
    ACCEPTED,
    REFUSED
  }

  static PreferenceRules documented() {
    Duration day = Duration.ofDays(1);
    Duration week = Duration.ofDays(7);
    return new PreferenceRules(
        Set.of(
            new Pair(Availability.AVAILABLE, Activity.AVAILABLE),
            new Pair(Availability.BUSY, Activity.BUSY),
            new Pair(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB),
            new Pair(Availability.BE_RIGHT_BACK, Activity.BE_RIGHT_BACK),
            new Pair(Availability.AWAY, Activity.AWAY),
            new Pair(Availability.OFFLINE, Activity.OFF_WORK)),
        Map.of(
            Availability.DO_NOT_DISTURB, day,
            Availability.BUSY, day,
            Availability.AVAILABLE, week,
            Availability.BE_RIGHT_BACK, week,
            Availability.AWAY, week,
            Availability.OFFLINE, week),
        Duration.ZERO,
        Effect.WITH_A_SESSION,
        Strength.EVERY_SESSION,
        Renewal.REPLACES_IT,
        WithoutSession.KEPT,
        Cleared.THE_PREFERENCE,
        ClearOfNothing.ACCEPTED);
  }

  Duration life(Availability availability) {
    return lives.getOrDefault(availability, Duration.ofDays(7));
  }

  public PreferenceRules withPairs(Set<Pair> value) {
    return new PreferenceRules(
        value, lives, overstay, effect, strength, renewal, withoutSession, cleared, clearOfNothing);
  }

  public PreferenceRules withLives(Map<Availability, Duration> value) {
    return new PreferenceRules(
        pairs, value, overstay, effect, strength, renewal, withoutSession, cleared, clearOfNothing);
  }

  public PreferenceRules withOverstay(Duration value) {
    return new PreferenceRules(
        pairs, lives, value, effect, strength, renewal, withoutSession, cleared, clearOfNothing);
  }

  public PreferenceRules withEffect(Effect value) {
    return new PreferenceRules(
        pairs, lives, overstay, value, strength, renewal, withoutSession, cleared, clearOfNothing);
  }

  public PreferenceRules withStrength(Strength value) {
    return new PreferenceRules(
        pairs, lives, overstay, effect, value, renewal, withoutSession, cleared, clearOfNothing);
  }

  public PreferenceRules withRenewal(Renewal value) {
    return new PreferenceRules(
        pairs, lives, overstay, effect, strength, value, withoutSession, cleared, clearOfNothing);
  }

  public PreferenceRules withWithoutSession(WithoutSession value) {
    return new PreferenceRules(
        pairs, lives, overstay, effect, strength, renewal, value, cleared, clearOfNothing);
  }

  public PreferenceRules withCleared(Cleared value) {
    return new PreferenceRules(
        pairs, lives, overstay, effect, strength, renewal, withoutSession, value, clearOfNothing);
  }

  public PreferenceRules withClearOfNothing(ClearOfNothing value) {
    return new PreferenceRules(
        pairs, lives, overstay, effect, strength, renewal, withoutSession, cleared, value);
  }
}
