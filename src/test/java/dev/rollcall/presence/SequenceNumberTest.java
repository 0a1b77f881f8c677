package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequenceNumberTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void theDigitsAreTheSecondsSince2020AtTheChange() {
    Presence page = Presence.nothing(Instant.parse("2024-02-05T15:44:23.999Z"));
    assertEquals(
        "A0129311063", page.moment(Rules.documented(), page.at().plus(HOUR)).sequenceNumber());
  }

  @Test
  void fadesAndExpiryAreChangesAtTheirOwnInstants() {
    Person person = new Person().session("a", "Available/Available", HOUR);
    assertStampedAt(person, Duration.ofMinutes(5).minusNanos(1), Duration.ofSeconds(1));
    assertStampedAt(person, Duration.ofMinutes(5), Duration.ofMinutes(5));
    assertStampedAt(person, Duration.ofMinutes(9), Duration.ofMinutes(5));
    assertStampedAt(person, Duration.ofMinutes(10), Duration.ofMinutes(10));
    assertStampedAt(person, HOUR, HOUR);
    assertStampedAt(person, HOUR.multipliedBy(100), HOUR);
  }

  // The creation took the second of the start, so the session set in it has the next.
  private static void assertStampedAt(Person person, Duration looked, Duration changed) {
    person.atStartPlus(looked);
    assertEquals(Stamps.seconds(Person.START.plus(changed)), person.moment().stamp());
  }

  @Test
  void severalChangesInOneSecondEachCount() {
    Person person = new Person();
    long first = person.moment().stamp();
    person.session("a", "Busy/InACall", HOUR).says("lunch", Optional.empty());
    assertEquals(first + 2, person.moment().stamp());
  }

  @Test
  void aWriteThatShowsNothingNewLeavesTheNumber() {
    Person person = new Person().session("a", "Busy/InACall", HOUR);
    long before = person.moment().stamp();
    person.waits(Duration.ofMinutes(1)).session("b", "Away/Away", HOUR);
    person.session("a", "Busy/InACall", HOUR);
    assertEquals(before, person.moment().stamp());
  }

  @Test
  void aWriteAfterUnseenFadesGoesOnFromThem() {
    Person seen = new Person().session("a", "Available/Available", HOUR);
    Person unseen = new Person().session("a", "Available/Available", HOUR);
    seen.waits(Duration.ofMinutes(30));
    unseen.waits(Duration.ofMinutes(30));
    long faded = seen.moment().stamp();
    unseen.session("b", "Away/Away", HOUR);
    assertEquals(faded, unseen.moment().stamp());
    assertTrue(unseen.session("b", "Busy/InACall", HOUR).moment().stamp() > faded);
  }

  @Test
  void anInstantBeforeTheLastWriteIsTakenAsTheLastWrite() {
    Person person = new Person().waits(HOUR).session("a", "Busy/InACall", HOUR);
    Moment now = person.moment();
    person.atStartPlus(Duration.ZERO);
    assertEquals(now.visible(), person.moment().visible());
    assertEquals(now.stamp(), person.moment().stamp());
  }
}
