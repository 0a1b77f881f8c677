package dev.rollcall.presence;

import java.util.Optional;

/**
 * Whether a person is out of office, which mailbox and calendar decide and no operation here sets.
 *
 * @param message the automatic reply; may be absent while out
 */
public record OutOfOffice(boolean isOutOfOffice, Optional<String> message) {
  /** At work, with nothing to say about it. */
  public static final OutOfOffice NO = new OutOfOffice(false, Optional.empty());
}
