package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people work, and whether they do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocationTest {
  private static final String PLACE = "eb706f15-137e-4722-b4d1-b601481d9251";

  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  private static String presence(String user) {
    return "/v1.0/users/" + user + "/presence";
  }

  private String location(String user) {
    return http.get(presence(user)).json().path("workLocation").toString();
  }

  private void done(Reply reply) {
    assertEquals(200, reply.status(), reply::text);
    assertEquals(0, reply.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1.0/users/%s/presence",
        "/v1.0/communications/presences/%s",
        "/beta/users/%s/presence",
        "/beta/communications/presences/%s"
      })
  void aLocationIsSetAndClearedOnEveryPath(String path) {
    String user = http.newUser();
    assertEquals("", location(user), "nothing is shown before somebody says something");
    done(
        http.post(
            path.formatted(user) + "/setManualLocation",
            "{\"workLocationType\":\"office\",\"placeId\":\"" + PLACE + "\"}"));
    String shown =
        "{\"source\":\"manual\",\"workLocationType\":\"office\",\"placeId\":\"" + PLACE + "\"}";
    assertEquals(shown, location(user));
    String batch = http.post(Paths.BATCH, "{\"ids\":[\"" + user + "\"]}").text();
    assertTrue(batch.contains("\"workLocation\":" + shown), batch);
    done(http.post(path.formatted(user) + "/clearLocation", ""));
    assertEquals(
        "{\"source\":\"none\",\"workLocationType\":\"unspecified\",\"placeId\":null}",
        location(user));
  }

  @Test
  void meIsABindingToo() {
    done(http.post("/v1.0/me/presence/setAutomaticLocation", "{\"workLocationType\":\"remote\"}"));
    assertTrue(
        location(fake.namedUsers().get(0)).startsWith("{\"source\":\"automatic\""), "own location");
    done(http.post("/v1.0/me/presence/clearAutomaticLocation", "{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"workLocationType\":\"unknownFutureValue\"}",
        "{\"workLocationType\":\"Office\"}",
        "{\"workLocationType\":\"home\"}",
        "{\"workLocationType\":null}",
        "{\"workLocationType\":1}",
        "{\"placeId\":\"x\"}",
        "{\"workLocationType\":\"office\",\"placeId\":7}",
      })
  void aTypeThatIsNoneIsRefused(String body) {
    String user = http.newUser();
    for (String action : List.of("setManualLocation", "setAutomaticLocation")) {
      Reply reply = http.post(presence(user) + "/" + action, body);
      assertEquals(400, reply.status(), reply::text);
      assertEquals("InvalidArgument", reply.code());
    }
    assertEquals("", location(user));
  }

  @Test
  void everyVisibleChangeMovesTheStamp() {
    String user = http.newUser();
    String before = stamp(user);
    http.post(presence(user) + "/setManualLocation", "{\"workLocationType\":\"remote\"}");
    String set = stamp(user);
    assertTrue(set.compareTo(before) > 0, set);
    http.post(presence(user) + "/setAutomaticLocation", "{\"workLocationType\":\"office\"}");
    assertEquals(set, stamp(user), "nothing visible changed");
    leave(user, true, "\"Back on Monday\"");
    assertTrue(stamp(user).compareTo(set) > 0, "out of office is visible");
  }

  private String stamp(String user) {
    return http.get(presence(user)).json().path("sequenceNumber").asString();
  }

  private Reply leave(String user, boolean out, String message) {
    return http.admin(
        "PUT",
        "out-of-office",
        "{\"user\":\"%s\",\"isOutOfOffice\":%s,\"message\":%s}".formatted(user, out, message));
  }

  @Test
  void thePlanIsTheWeakestLayerAndTheAdministratorsToSet() {
    String user = http.newUser();
    Reply planned =
        http.admin(
            "PUT",
            "location",
            "{\"user\":\"%s\",\"scheduled\":{\"workLocationType\":\"timeOff\",\"placeId\":null}}"
                .formatted(user));
    assertEquals(200, planned.status(), planned::text);
    assertTrue(location(user).startsWith("{\"source\":\"scheduled\""), location(user));
    http.post(presence(user) + "/setAutomaticLocation", "{\"workLocationType\":\"office\"}");
    assertTrue(location(user).startsWith("{\"source\":\"automatic\""), location(user));
    http.post(presence(user) + "/clearLocation", "");
    assertTrue(location(user).startsWith("{\"source\":\"scheduled\""), location(user));
    http.admin("PUT", "location", "{\"user\":\"%s\",\"scheduled\":null}".formatted(user));
    assertTrue(location(user).startsWith("{\"source\":\"none\""), location(user));
  }

  @Test
  void outOfOfficeComesAndGoes() {
    String user = http.newUser();
    http.post(
        presence(user) + "/setPresence",
        "{\"sessionId\":\"s\",\"availability\":\"Available\",\"activity\":\"Available\"}");
    assertEquals(
        "{\"user\":\"%s\",\"isOutOfOffice\":true,\"message\":\"Back on Monday\"}".formatted(user),
        leave(user, true, "\"Back on Monday\"").text());
    Reply out = http.get(presence(user));
    assertEquals("Available/OutOfOffice", out.pair());
    assertEquals(
        "{\"message\":\"Back on Monday\",\"isOutOfOffice\":true}",
        out.json().path("outOfOfficeSettings").toString());
    leave(user, false, "null");
    Reply back = http.get(presence(user));
    assertEquals("Available/Available", back.pair());
    assertEquals(
        "{\"message\":null,\"isOutOfOffice\":false}",
        back.json().path("outOfOfficeSettings").toString());
  }

  @Test
  void theFlagShowsLocationsInEveryRead() {
    try (PresenceFake showing = PresenceFake.start(FakeOptions.defaults().withWorkLocation(true))) {
      Http there = Http.to(showing.baseUrl());
      String created = there.newUser();
      String seeded = there.admin("GET", "users", "").json().path("users").path(9).asString();
      for (String user : List.of(created, seeded)) {
        assertEquals(
            "none",
            there.get(presence(user)).json().path("workLocation").path("source").asString());
      }
    }
  }

  @Test
  void betaIsTheSameServiceUnderItsOwnName() {
    String user = http.newUser();
    Reply read = http.get("/beta/users/" + user + "/presence");
    assertEquals(
        "https://graph.microsoft.com/beta/$metadata#users('" + user + "')/presence/$entity",
        read.json().path("@odata.context").asString());
    String body = "{\"ids\":[\"" + user + "\"]}";
    Reply many = http.post("/beta/communications/getPresencesByUserId", body);
    assertEquals(
        "https://graph.microsoft.com/beta/$metadata#Collection(microsoft.graph.presence)",
        many.json().path("@odata.context").asString());
    http.post(
        "/beta/users/" + user + "/presence/setPresence",
        "{\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}");
    assertEquals("Busy/InACall", http.get(presence(user)).pair());
  }
}
