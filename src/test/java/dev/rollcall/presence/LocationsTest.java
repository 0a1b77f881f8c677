package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocationsTest {
  private static final Place OFFICE = new Place(WorkLocationType.OFFICE, Optional.of("b1"));
  private static final Place REMOTE = new Place(WorkLocationType.REMOTE, Optional.empty());
  private static final Place OFF = new Place(WorkLocationType.TIME_OFF, Optional.empty());

  private final Person person = new Person();

  private static Write manual(Place place) {
    return new SetManualLocation(Optional.of(place.type()), place.placeId());
  }

  private static Write automatic(Place place) {
    return new SetAutomaticLocation(Optional.of(place.type()), place.placeId());
  }

  private void shows(LocationSource source, Place place) {
    assertEquals(
        Optional.of(new WorkLocation(source, place)), person.moment().visible().workLocation());
  }

  private void showsNowhere() {
    shows(LocationSource.NONE, new Place(WorkLocationType.UNSPECIFIED, Optional.empty()));
  }

  @Test
  void nothingIsShownUntilSomethingIsSaid() {
    assertEquals(Optional.empty(), person.moment().visible().workLocation());
    person.accepts(new ClearLocation());
    showsNowhere();
  }

  @Test
  void manualBeatsAutomaticBeatsScheduled() {
    person.accepts(new PlanLocation(Optional.of(OFF)));
    shows(LocationSource.SCHEDULED, OFF);
    person.accepts(automatic(REMOTE));
    shows(LocationSource.AUTOMATIC, REMOTE);
    person.accepts(manual(OFFICE)).accepts(automatic(OFF));
    shows(LocationSource.MANUAL, OFFICE);
  }

  @Test
  void clearingTheAutomaticLayerUncoversThePlan() {
    person.accepts(new PlanLocation(Optional.of(OFF))).accepts(automatic(REMOTE));
    person.accepts(new ClearAutomaticLocation());
    shows(LocationSource.SCHEDULED, OFF);
    person.accepts(manual(OFFICE)).accepts(new ClearAutomaticLocation());
    shows(LocationSource.MANUAL, OFFICE);
  }

  @Test
  void clearingTakesAwayWhatPersonAndDevicesSay() {
    person.accepts(manual(OFFICE)).accepts(automatic(REMOTE)).accepts(new ClearLocation());
    showsNowhere();
  }

  @Test
  void aSetReplacesTheWholeOfItsLayer() {
    person.accepts(manual(OFFICE)).accepts(manual(REMOTE));
    shows(LocationSource.MANUAL, REMOTE);
    person.accepts(
        new SetManualLocation(Optional.of(WorkLocationType.UNSPECIFIED), Optional.empty()));
    shows(LocationSource.MANUAL, new Place(WorkLocationType.UNSPECIFIED, Optional.empty()));
  }

  @Test
  void aTypeIsRequired() {
    Refusal refusal = person.refuses(new SetManualLocation(Optional.empty(), Optional.of("b1")));
    assertEquals(Refusal.required(WriteRules.Member.WORK_LOCATION_TYPE), refusal);
  }

  @Test
  void theStampMovesWithWhatIsShownAndOnlyThen() {
    long before = person.moment().stamp();
    person.waits(Duration.ofMinutes(1)).accepts(manual(OFFICE));
    long set = person.moment().stamp();
    assertTrue(set > before, "something new is shown");
    person.waits(Duration.ofMinutes(1)).accepts(automatic(REMOTE)).accepts(manual(OFFICE));
    assertEquals(set, person.moment().stamp());
    person.accepts(new LeaveOffice(new OutOfOffice(true, Optional.empty())));
    assertTrue(person.moment().stamp() > set, "being away is shown");
  }

  @Test
  void sessionsAndLocationsLeaveEachOtherAlone() {
    person.session("a", "Busy/InACall", Duration.ofHours(1)).accepts(manual(OFFICE));
    person.shows("Busy/InACall");
    person.accepts(new ClearSession(Optional.of("a"))).shows("Offline/Offline");
    shows(LocationSource.MANUAL, OFFICE);
  }
}
