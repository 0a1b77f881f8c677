package dev.rollcall.contract.model;

import java.time.Duration;

/**
 * Something that was written and holds for a while.
 *
 * @param since when it was written
 * @param life after which it is over
 * @param sure whether it surely began and was surely not undone since
 * @param ends whether it is surely over after its life
 */
record Fact<T>(T what, Moment since, Duration life, boolean sure, boolean ends) {

  boolean mayHold(Moment now) {
    return !ends || now.since(since).mayBeBefore(life);
  }

  boolean surelyHolds(Moment now) {
    return sure && !now.since(since).mayHaveReached(life);
  }

  Fact<T> doubted() {
    return new Fact<>(what, since, life, false, ends);
  }
}
