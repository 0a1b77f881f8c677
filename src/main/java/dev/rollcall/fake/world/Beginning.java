package dev.rollcall.fake.world;

import dev.rollcall.presence.Presence;
import java.time.Instant;

/**
 * What holds for everybody of a world from its start.
 *
 * @param since when those began who were there first
 * @param least below which nobody's stamp is
 */
public record Beginning(Instant since, long least) {

  /** Facts of before, so that no stamp falls. */
  public Presence raised(Presence facts) {
    return facts.stampedFrom(least);
  }
}
