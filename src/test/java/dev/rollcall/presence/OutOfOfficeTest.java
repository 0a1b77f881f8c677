package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfOfficeTest {
  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");

  @ParameterizedTest
  @CsvSource({
    "Available/Available, Available/OutOfOffice",
    "Busy/InACall, Busy/InACall",
    "Away/Away, Away/Away",
    "DoNotDisturb/Presenting, DoNotDisturb/Presenting",
  })
  void onlyAvailableShowsItAsActivityAndTheFlagShowsAlways(String set, String shown) {
    OutOfOffice away = new OutOfOffice(true, Optional.of("back on Monday"));
    Presence facts =
        new Presence(
            List.of(new Session("a", Person.pair(set), NOW, NOW.plusSeconds(60))),
            Optional.empty(),
            Optional.empty(),
            away,
            Locations.UNTOUCHED,
            1,
            NOW);
    Visible visible = facts.moment(Rules.documented(), NOW).visible();
    assertEquals(shown, visible.pair().toString());
    assertEquals(away, visible.outOfOffice());
    Visible later = facts.moment(Rules.documented(), NOW.plusSeconds(60)).visible();
    assertEquals("Offline/Offline", later.pair().toString());
    assertEquals(away, later.outOfOffice());
  }
}
