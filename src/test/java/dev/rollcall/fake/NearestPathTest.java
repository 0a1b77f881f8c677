package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestPathTest {

  @ParameterizedTest
  @CsvSource({
    "/me/presence, GET /v1.0/me/presence",
    "/v1.0/me/presense?x=1, GET /v1.0/me/presence",
    "/v1.0/user/5e1f/presence, GET /v1.0/users/{id}/presence",
    "/v1.0/users/5e1f/presences/setPresence, POST /v1.0/users/{id}/presence/setPresence",
    "/v1.0/users/5e1f/presence/setpresence, POST /v1.0/users/{id}/presence/setPresence",
    "/v1.0/communications/presence/5e1f, GET /v1.0/communications/presences/{id}",
    "/beta/communications/getPresenceByUserId, POST /beta/communications/getPresencesByUserId",
    "/v1.0/batch, POST /v1.0/$batch",
  })
  void ofAWrongPathIsTheOneMeant(String wrong, String meant) {
    assertEquals(meant, NearestPath.to(wrong));
  }
}
