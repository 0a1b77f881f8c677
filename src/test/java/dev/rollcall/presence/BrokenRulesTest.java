package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every decision can be turned over, and then the domain does the other thing. */
class BrokenRulesTest {
  private static final Rules RULES = Rules.documented();
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aRefusedWriteCanChangeTheState() {
    Person person =
        new Person(RULES.writes(writes -> writes.withRefused(WriteRules.Refused.CHANGES_STATE)));
    Optional<Refusal> refusal =
        person.write(
            new SetSession(
                Optional.of("a"),
                Optional.of(Availability.BUSY),
                Optional.of(Activity.BUSY),
                Optional.empty()));
    assertTrue(refusal.isPresent());
    person.shows("Busy/Busy");
  }

  @Test
  void ranksCanBeReversed() {
    List<Availability> reversed =
        List.of(
            Availability.AWAY,
            Availability.AVAILABLE,
            Availability.BUSY,
            Availability.DO_NOT_DISTURB);
    new Person(RULES.aggregate(aggregate -> aggregate.withRanks(reversed)))
        .session("a", "DoNotDisturb/Presenting", HOUR)
        .session("b", "Away/Away", HOUR)
        .shows("Away/Away");
  }

  @Test
  void theFadeCanWinOverTheEnd() {
    new Person(RULES.fade(fade -> fade.withAtTheEnd(FadeRules.AtTheEnd.FADE_WINS)))
        .session("a", "Available/Available", Duration.ofMinutes(5))
        .waits(Duration.ofMinutes(5))
        .shows("Available/AvailableInactive")
        .waits(Duration.ofMinutes(5))
        .shows("Offline/Offline");
  }

  @Test
  void aPreferenceCanDoWithoutSession() {
    new Person(RULES.preferences(rules -> rules.withEffect(PreferenceRules.Effect.ALWAYS)))
        .prefers("Busy/Busy", Optional.empty())
        .shows("Busy/Busy");
  }

  @Test
  void stampsCanFall() {
    Person person = new Person(RULES.reads(reads -> reads.withStamps(Stamps.FALL)));
    long before = person.moment().stamp();
    person.session("a", "Busy/InACall", HOUR);
    assertEquals(before - 1, person.moment().stamp());
  }
}
