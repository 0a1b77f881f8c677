package dev.rollcall.presence;

import java.util.Optional;

/**
 * What became of a write.
 *
 * @param presence the facts that hold from now on; unchanged after a refusal
 * @param refusal present when the write was refused
 */
public record Written(Presence presence, Optional<Refusal> refusal) {}
