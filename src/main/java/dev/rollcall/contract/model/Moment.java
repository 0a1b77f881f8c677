package dev.rollcall.contract.model;

import java.time.Duration;

/**
 * When something happened, or how long ago: no earlier and no later than this. What is moved on a
 * clock is known exactly, how long requests took is not.
 */
record Moment(Duration earliest, Duration latest) {
  /** So close to an edge either side is right. */
  static final Duration EDGE = Duration.ofMinutes(1);

  /** The time from then until this. */
  Moment since(Moment then) {
    return new Moment(earliest.minus(then.latest), latest.minus(then.earliest));
  }

  boolean mayBeBefore(Duration edge) {
    return earliest.minus(EDGE).compareTo(edge) < 0;
  }

  boolean mayHaveReached(Duration edge) {
    return latest.plus(EDGE).compareTo(edge) >= 0;
  }
}
