package dev.rollcall.target;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock by which a target lives. */
public interface TargetClock extends InstantSource {

  /** What time it is for the target. */
  @Override
  Instant instant();

  /**
   * Lets time pass for the target.
   *
   * @param by not negative
   * @throws UnsupportedOperationException if the target lacks {@link Capability#CLOCK}
   */
  void advance(Duration by);

  /** The clock of a target whose time nobody can move. */
  static TargetClock unmovable(InstantSource source) {
    return new TargetClock() {
      @Override
      public Instant instant() {
        return source.instant();
      }

      @Override
      public void advance(Duration by) {
        throw new UnsupportedOperationException("the target's clock cannot be moved");
      }
    };
  }
}
