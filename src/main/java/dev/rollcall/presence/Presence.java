package dev.rollcall.presence;

import java.time.Instant;
import java.util.Optional;

/**
 * What a user's presence shows at a moment.
 *
 * @param stamp the version: seconds after 2020 at the newest visible change, strictly increasing
 * @param until the presence stays as it is before this moment; {@link Instant#MAX} for good
 */
public record Presence(
    State state,
    Optional<StatusMessage> message,
    OutOfOffice outOfOffice,
    long stamp,
    Instant until) {

  /** The stamp in its form: a letter and ten digits (facts 3.6). */
  public String sequenceNumber() {
    return String.format("A%010d", stamp);
  }
}
