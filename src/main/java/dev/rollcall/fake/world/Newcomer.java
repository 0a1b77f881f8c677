package dev.rollcall.fake.world;

import dev.rollcall.presence.Pair;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is about to come into the world.
 *
 * @param pair what they are doing from the start, until somebody says otherwise
 */
public record Newcomer(UUID id, Optional<String> displayName, Optional<Pair> pair) {

  public static Newcomer of(UUID id) {
    return new Newcomer(id, Optional.empty(), Optional.empty());
  }
}
