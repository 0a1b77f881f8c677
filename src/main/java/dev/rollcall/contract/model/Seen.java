package dev.rollcall.contract.model;

import dev.rollcall.definition.Combination;
import java.util.Optional;

/**
 * What a read showed.
 *
 * @param status of the answer
 * @param pair spelled as on the wire; empty if the answer was no presence of the user
 * @param text of the status message; empty if none was shown
 * @param told the answer in a few words
 */
public record Seen(int status, Optional<Combination> pair, Optional<String> text, String told) {
  /** Before anything was read. */
  public static final Seen NOTHING = new Seen(0, Optional.empty(), Optional.empty(), "nothing");
}
