package dev.rollcall.presence;

import java.time.Duration;
import java.util.Set;

/**
 * What setting and clearing a session does; facts file, sections 2.4, 2.5 and 3.1.
 *
 * @param pairs the pairs that can be set
 * @param shortest the least life that can be asked for, itself included
 * @param longest the greatest life that can be asked for, itself included
 * @param usual life of a session that asked for none
 * @param overstay how long a session outlives its end: not at all
 * @param keys what sets one session apart from another
 * @param renewal what setting a live session again restarts
 * @param cleared what a clear removes
 * @param unknown what clearing a session that is not there answers
 */
public record SessionRules(
    Set<Pair> pairs,
    Duration shortest,
    Duration longest,
    Duration usual,
    Duration overstay,
    Keys keys,
    Renewal renewal,
    Cleared cleared,
    Unknown unknown) {

  /** What sets one session of a person apart from another. */
  public enum Keys {
    SESSION_ID,
    NOTHING
  }

  /** What setting a live session again restarts. */
  public enum Renewal {
    REPLACES_ALL,
    KEEPS_EXPIRY,
    KEEPS_FADE,
    KEEPS_PAIR,
    KEEPS_LATER_EXPIRY,
    ADDS_LIFE
  }

  /** What a clear removes. */
  public enum Cleared {
    THE_SESSION,
    NOTHING,
    EVERY_SESSION,
    EVERY_EQUAL_SESSION,
    SESSION_AND_PREFERENCE,
    SESSION_AND_MESSAGE
  }

  /** What clearing a session that is not there answers. */
  public enum Unknown {
    REFUSED,
    ACCEPTED
  }

  static SessionRules documented() {
    return new SessionRules(
        Set.of(
            new Pair(Availability.AVAILABLE, Activity.AVAILABLE),
            new Pair(Availability.BUSY, Activity.IN_A_CALL),
            new Pair(Availability.BUSY, Activity.IN_A_CONFERENCE_CALL),
            new Pair(Availability.AWAY, Activity.AWAY),
            new Pair(Availability.DO_NOT_DISTURB, Activity.PRESENTING)),
        Duration.ofMinutes(5),
        Duration.ofHours(4),
        Duration.ofMinutes(5),
        Duration.ZERO,
        Keys.SESSION_ID,
        Renewal.REPLACES_ALL,
        Cleared.THE_SESSION,
        Unknown.REFUSED);
  }

  public SessionRules withPairs(Set<Pair> value) {
    return new SessionRules(
        value, shortest, longest, usual, overstay, keys, renewal, cleared, unknown);
  }

  public SessionRules withShortest(Duration value) {
    return new SessionRules(
        pairs, value, longest, usual, overstay, keys, renewal, cleared, unknown);
  }

  public SessionRules withLongest(Duration value) {
    return new SessionRules(
        pairs, shortest, value, usual, overstay, keys, renewal, cleared, unknown);
  }

  public SessionRules withUsual(Duration value) {
    return new SessionRules(
        pairs, shortest, longest, value, overstay, keys, renewal, cleared, unknown);
  }

  public SessionRules withOverstay(Duration value) {
    return new SessionRules(
        pairs, shortest, longest, usual, value, keys, renewal, cleared, unknown);
  }

  public SessionRules withKeys(Keys value) {
    return new SessionRules(
        pairs, shortest, longest, usual, overstay, value, renewal, cleared, unknown);
  }

  public SessionRules withRenewal(Renewal value) {
    return new SessionRules(
        pairs, shortest, longest, usual, overstay, keys, value, cleared, unknown);
  }

  public SessionRules withCleared(Cleared value) {
    return new SessionRules(
        pairs, shortest, longest, usual, overstay, keys, renewal, value, unknown);
  }

  public SessionRules withUnknown(Unknown value) {
    return new SessionRules(
        pairs, shortest, longest, usual, overstay, keys, renewal, cleared, value);
  }
}
