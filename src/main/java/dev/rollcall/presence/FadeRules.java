package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a session that is not renewed loses its state before it ends; facts file, section 3.3.
 *
 * @param toInactive from the last set to Available/AvailableInactive
 * @param toAway from the last set to Away/Away
 * @param fading the availabilities that fade at all
 * @param rank what a faded session counts as among others
 * @param atTheEnd what is seen when the first fade and the end of the session fall together
 */
public record FadeRules(
    Duration toInactive,
    Duration toAway,
    Set<Availability> fading,
    FadedRank rank,
    AtTheEnd atTheEnd) {
  static final Pair INACTIVE = new Pair(Availability.AVAILABLE, Activity.AVAILABLE_INACTIVE);
  static final Pair AWAY = new Pair(Availability.AWAY, Activity.AWAY);

  /** What a faded session counts as among others. */
  public enum FadedRank {
    AS_SHOWN,
    AS_SET
  }

  /** What is seen when the first fade and the end of a session fall together. */
  public enum AtTheEnd {
    EXPIRY_WINS,
    FADE_WINS
  }

  static FadeRules documented() {
    return new FadeRules(
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Set.of(Availability.AVAILABLE),
        FadedRank.AS_SHOWN,
        AtTheEnd.EXPIRY_WINS);
  }

  Pair shown(Pair set, Instant setAt, Instant now) {
    if (!fading.contains(set.availability()) || now.isBefore(setAt.plus(toInactive))) {
      return set;
    }
    return now.isBefore(setAt.plus(toAway)) ? INACTIVE : AWAY;
  }

  Stream<Instant> edges(Pair set, Instant setAt) {
    return fading.contains(set.availability())
        ? Stream.of(setAt.plus(toInactive), setAt.plus(toAway))
        : Stream.empty();
  }

  public FadeRules withToInactive(Duration value) {
    return new FadeRules(value, toAway, fading, rank, atTheEnd);
  }

  public FadeRules withToAway(Duration value) {
    return new FadeRules(toInactive, value, fading, rank, atTheEnd);
  }

  public FadeRules withFading(Set<Availability> value) {
    return new FadeRules(toInactive, toAway, value, rank, atTheEnd);
  }

  public FadeRules withRank(FadedRank value) {
    return new FadeRules(toInactive, toAway, fading, value, atTheEnd);
  }

  public FadeRules withAtTheEnd(AtTheEnd value) {
    return new FadeRules(toInactive, toAway, fading, rank, value);
  }
}
