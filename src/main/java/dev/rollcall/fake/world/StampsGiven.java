package dev.rollcall.fake.world;

import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Stamps;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How high the stamps have come so far, so that nobody's falls when another world begins. Told of
 * writes alone: a million people are not to be looked through, nor a read to be slowed.
 */
final class StampsGiven {
  private static final Rules RULES = Rules.documented();

  private final AtomicLong highest = new AtomicLong();
  private final AtomicLong lead = new AtomicLong();

  void wrote(Presence facts) {
    highest.accumulateAndGet(facts.stamp(), Math::max);
    lead.accumulateAndGet(facts.lead(RULES), Math::max);
  }

  /** No stamp that anybody was shown is above it; hardly ever is it ahead of the clock. */
  long ceiling(Instant now) {
    return Math.max(highest.get(), Stamps.seconds(now) + lead.get());
  }
}
