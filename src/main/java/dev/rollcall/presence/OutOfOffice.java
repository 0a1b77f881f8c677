package dev.rollcall.presence;

import java.util.Optional;

/** Whether a user's mailbox or calendar says out of office; a message is not needed for it. */
public record OutOfOffice(boolean isOutOfOffice, Optional<String> message) {
  public static final OutOfOffice NO = new OutOfOffice(false, Optional.empty());
}
