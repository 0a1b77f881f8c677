package dev.rollcall.presence;

import java.util.List;

/**
 * How several sessions become one visible pair; facts file, section 3.2.
 *
 * @param ranks the strongest availability first; one that is not listed is weaker than all
 * @param tie which of two equally strong sessions shows
 * @param source whose availability and activity are shown together
 * @param withoutSession what a person without a session shows
 */
public record AggregateRules(
    List<Availability> ranks, Tie tie, PairSource source, Pair withoutSession) {

  /** Which of two equally strong sessions shows. */
  public enum Tie {
    LATEST_SET,
    EARLIEST_SET
  }

  /** Whose availability and activity are shown together. */
  public enum PairSource {
    ONE_SESSION,
    STRONGEST_AND_WEAKEST
  }

  static AggregateRules documented() {
    return new AggregateRules(
        List.of(
            Availability.DO_NOT_DISTURB,
            Availability.BUSY,
            Availability.AVAILABLE,
            Availability.AWAY),
        Tie.LATEST_SET,
        PairSource.ONE_SESSION,
        new Pair(Availability.OFFLINE, Activity.OFFLINE));
  }

  int strength(Availability availability) {
    int index = ranks.indexOf(availability);
    return index < 0 ? 0 : ranks.size() - index;
  }

  public AggregateRules withRanks(List<Availability> value) {
    return new AggregateRules(value, tie, source, withoutSession);
  }

  public AggregateRules withTie(Tie value) {
    return new AggregateRules(ranks, value, source, withoutSession);
  }

  public AggregateRules withSource(PairSource value) {
    return new AggregateRules(ranks, tie, value, withoutSession);
  }

  public AggregateRules withWithoutSession(Pair value) {
    return new AggregateRules(ranks, tie, source, value);
  }
}
