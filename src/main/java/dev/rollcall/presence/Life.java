package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;

/** The end of a life that began at some instant; one too long for the calendar has no end. */
final class Life {
  private Life() {}

  static Instant end(Instant from, Duration length) {
    boolean fits = length.getSeconds() < Instant.MAX.getEpochSecond() - from.getEpochSecond();
    return fits ? from.plus(length) : Instant.MAX;
  }
}
