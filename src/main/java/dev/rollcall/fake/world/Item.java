package dev.rollcall.fake.world;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person as others see them for a span of time: all but the id and the sequence number stands
 * in a stencil, which everybody has who looks alike.
 *
 * @param facts what it was made of; null when it is for one answer only
 * @param stamp what the sequence number says
 */
public record Item(
    @Nullable Presence facts,
    @Nullable Rules rules,
    Stencil stencil,
    long stamp,
    Instant from,
    Instant until) {

  /** For one answer. */
  public Item(Moment moment, Stencil stencil) {
    this(null, null, moment, stencil);
  }

  public Item(@Nullable Presence facts, @Nullable Rules rules, Moment moment, Stencil stencil) {
    this(facts, rules, stencil, moment.stamp(), moment.from(), moment.until());
  }

  /** Whether it is still what the facts and rules make of that instant. */
  boolean holds(Presence currentFacts, Rules currentRules, Instant now) {
    return facts == currentFacts
        && rules == currentRules
        && !now.isBefore(from)
        && now.isBefore(until);
  }

  /** It alone, for the person of that id. */
  public byte[] bytes(UUID id) {
    byte[] bytes = new byte[stencil.room()];
    stencil.put(stamp, bytes, 0);
    Guid.write(id.getMostSignificantBits(), id.getLeastSignificantBits(), bytes, Stencil.ID);
    return Arrays.copyOf(bytes, stencil.length());
  }
}
