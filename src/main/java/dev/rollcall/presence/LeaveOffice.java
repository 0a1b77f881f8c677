package dev.rollcall.presence;

import java.util.Optional;

/** What mailbox and calendar say about being out of office. No operation of the service does. */
public record LeaveOffice(OutOfOffice outOfOffice) implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    return before.withOutOfOffice(outOfOffice);
  }
}
