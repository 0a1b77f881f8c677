package dev.rollcall.fake.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.Route;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small readers: ids, times with zones, paths. */
class ParsingTest {

  @Test
  void guidsAreReadAsTheJdkReadsThem() {
    String text = "fA8bf3dc-eca7-46b7-BAD1-db199b62afc3";
    assertEquals(Optional.of(UUID.fromString(text)), Guid.of(text));
  }

  // The JDK's own reader takes the first of these.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-1-1-1",
        "",
        "fa8bf3dceca746b7bad1db199b62afc3",
        "fa8bf3dc-eca7-46b7-bad1-db199b62afcg",
        "fa8bf3dc-eca7-46b7-bad1-db199b62afc33",
        "fa8bf3dc_eca7-46b7-bad1-db199b62afc3",
        "fa8bf3d-ceca7-46b7-bad1-db199b62afc3",
        "fa8bf3dc-eca7-46b7-bad1-db199b62af٠3"
      })
  void nothingElseIsAGuid(String text) {
    assertEquals(Optional.empty(), Guid.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31T12:00:00, UTC, 2027-01-31T12:00:00Z",
    "2027-01-31T12:00, Etc/UTC, 2027-01-31T12:00:00Z",
    "2027-01-31T12:00:00.1234567, Europe/Berlin, 2027-01-31T11:00:00.123456700Z",
    "2027-07-31T12:00:00, W. Europe Standard Time, 2027-07-31T10:00:00Z",
    "2027-01-31T12:00:00, Pacific Standard Time, 2027-01-31T20:00:00Z",
    "2027-01-31T12:00:00, India Standard Time, 2027-01-31T06:30:00Z",
    "9999-12-31T23:59:59, Dateline Standard Time, 9999-12-31T23:59:59.999999900Z",
  })
  void timesAreReadWithIanaAndWindowsZones(String dateTime, String zone, Instant instant) {
    assertEquals(instant, ZonedText.instant(dateTime, zone));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31T12:00:00Z, UTC",
    "2027-01-31T12:00:00+01:00, UTC",
    "2027-13-31T12:00:00, UTC",
    "2027-01-31T24:30:00, UTC",
    "31.1.2027, UTC",
    "2027-01-31T12:00:00, Middle Earth Standard Time",
    "2027-01-31T12:00:00, ''",
  })
  void otherTimesAreRefused(String dateTime, String zone) {
    Refused refused = assertThrows(Refused.class, () -> ZonedText.instant(dateTime, zone));
    assertEquals(400, refused.status());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1.0/me/presence, GET_PRESENCE, ''",
    "/v1.0/me/presence?x=/y, GET_PRESENCE, ''",
    "/v1.0/users/a/presence, GET_PRESENCE, a",
    "/v1.0/communications/presences/a, GET_PRESENCE, a",
    "/v1.0/communications/getPresencesByUserId, GET_PRESENCES_BY_USER_ID, ''",
    "/v1.0/communications/presences/a/setPresence, SET_PRESENCE, a",
    "/v1.0/users/a/presence/microsoft.graph.setStatusMessage, SET_STATUS_MESSAGE, a",
  })
  void pathsLeadToOperations(String url, GraphOperation operation, String user) {
    Route route = Route.of(url).orElseThrow();
    assertEquals(operation, route.operation());
    assertEquals(user, route.user());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1.0/",
        "/v1.0/me",
        "/v1.0/me/presence/x",
        "/v1.0/users/presence",
        "/v1.0/users//presence",
        "/v1.0/me/presence/getPresencesByUserId",
        "/v1.0/me/presence/getPresence"
      })
  void otherPathsLeadNowhere(String url) {
    assertEquals(Optional.empty(), Route.of(url));
  }
}
