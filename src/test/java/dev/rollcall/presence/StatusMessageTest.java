package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusMessageTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NANO = Duration.ofNanos(1);

  @Test
  void aMessageIsGoneAtItsExpiry() {
    new Person()
        .says("lunch", Optional.of(HOUR))
        .waits(HOUR.minus(NANO))
        .showsMessage("lunch")
        .waits(NANO)
        .showsNoMessage();
  }

  @Test
  void aMessageWithoutExpiryStays() {
    new Person().says("lunch", Optional.empty()).waits(Duration.ofDays(3650)).showsMessage("lunch");
  }

  @Test
  void anExpiryInThePastShowsNothing() {
    new Person().says("lunch", Optional.of(NANO.negated())).showsNoMessage();
    new Person().says("lunch", Optional.of(Duration.ZERO)).showsNoMessage();
  }

  @Test
  void theNextMessageReplacesTheFirstAndItsExpiry() {
    new Person()
        .says("lunch", Optional.of(HOUR))
        .says("back", Optional.empty())
        .waits(HOUR)
        .showsMessage("back");
  }

  @Test
  void anEmptyTextClears() {
    new Person().says("lunch", Optional.empty()).says("", Optional.empty()).showsNoMessage();
  }

  @Test
  void aMessageLeavesTheSessionsAloneAndTheyLeaveIt() {
    new Person()
        .session("a", "Busy/InACall", HOUR)
        .says("lunch", Optional.empty())
        .shows("Busy/InACall")
        .accepts(new ClearSession(Optional.of("a")))
        .shows("Offline/Offline")
        .showsMessage("lunch");
  }

  @Test
  void htmlIsRefused() {
    Refusal refusal =
        new Person().refuses(new SetMessage("<b>", true, Optional.empty(), Optional.empty()));
    assertEquals(Refusal.Kind.INVALID, refusal.kind());
  }

  @Test
  void theTimeOfPublicationIsThatOfTheCall() {
    Person person = new Person().waits(HOUR);
    person.accepts(new SetMessage("lunch", false, Optional.empty(), Optional.of(Instant.EPOCH)));
    assertEquals(
        Optional.of(Person.START.plus(HOUR)),
        person.moment().visible().message().map(StatusMessage::publishedAt));
  }
}
