package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminApiTest {
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");

  private final PresenceFake fake =
      PresenceFake.start(FakeOptions.defaults().withClock(InstantSource.fixed(START)));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  private Instant now() {
    return Instant.parse(http.admin("GET", "clock", "").json().path("now").asString());
  }

  @Test
  void theHandshakeSaysWhatTheFakeIs() {
    JsonNode json = http.admin("GET", "capabilities", "").json();
    assertEquals("fake", json.path("rollcall").asString());
    assertFalse(json.path("version").asString().isEmpty());
    assertEquals("[\"v1.0\",\"beta\"]", json.path("versions").toString());
    assertEquals(
        "[\"READ\",\"WRITE\",\"CLOCK\",\"ME\",\"DELEGATED\",\"APPLICATION\",\"SECOND_APP\","
            + "\"SECOND_READER\",\"PERMISSIONS\",\"BATCH\",\"THROTTLE\",\"BETA\",\"LOCATION\",\"OUT_OF_OFFICE\"]",
        json.path("capabilities").toString());
    assertEquals(fake.namedUsers().get(0), json.path("me").asString());
    assertEquals(
        fake.namedUsers(), json.path("users").valueStream().map(id -> id.asString()).toList());
    assertEquals("pascal", json.path("dialect").asString());
    assertEquals("lenient", json.path("auth").asString());
    assertTrue(!Instant.parse(json.path("now").asString()).isBefore(START));
  }

  @Test
  void theClockIsMovedByALengthOrToAnInstant() {
    Instant before = now();
    Reply advanced = http.admin("POST", "clock", "{\"advance\":\"PT5M\"}");
    assertEquals(before.plusSeconds(300).toString(), advanced.json().path("now").asString());
    Instant then = before.plusSeconds(900);
    assertEquals(200, http.admin("POST", "clock", "{\"now\":\"" + then + "\"}").status());
    assertEquals(then, now());
  }

  @Test
  void theClockIsFrozenUntilItIsToldOtherwiseOrReset() {
    Instant then = now().plusSeconds(60);
    Reply frozen = http.admin("POST", "clock", "{\"to\":\"" + then + "\",\"frozen\":true}");
    assertEquals("{\"now\":\"" + then + "\",\"frozen\":true}", frozen.text());
    assertEquals(frozen.text(), http.admin("GET", "clock", "").text());
    http.admin("POST", "clock", "{\"frozen\":false}");
    assertFalse(http.admin("GET", "clock", "").json().path("frozen").asBoolean());
    http.admin("POST", "clock", "{\"frozen\":true}");
    http.admin("POST", "reset", "");
    assertFalse(http.admin("GET", "clock", "").json().path("frozen").asBoolean());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST clock | {\"now\":\"2027-03-04T05:06:06Z\"} | never goes back",
        "POST clock | {\"advance\":\"-PT1S\"} | never goes back",
        "POST clock | {\"advance\":\"P999999D\"} | the clock ends at 2300-01-01T00:00:00Z",
        "POST clock | {\"advance\":\"tomorrow\"} | the time cannot be read",
        "POST clock | {\"advance\":5} | the time is not a string",
        "POST clock | {\"advance\":\"PT1S\",\"now\":\"2028-01-01T00:00:00Z\"} | it is not clear",
        "POST clock | {} | it is not clear",
        "POST clock | {\"to\":\"2027-03-04T05:06:06Z\"} | never goes back",
        "POST clock | {\"to\":\"2028-01-01T00:00:00Z\",\"now\":\"2028-01-01T00:00:00Z\"} | it is not clear",
        "POST clock | {\"advance\":\"PT1S\",\"frozen\":1} | neither true nor false",
        "POST clock | {\"now\" | the body is not JSON",
        "POST clock | [] | the body is not a JSON object",
        "POST users | {\"count\":0} | from 1 to 100000",
        "POST users | {\"count\":100001} | from 1 to 100000",
        "POST users | {\"count\":\"3\"} | from 1 to 100000",
        "POST users | {} | from 1 to 100000",
        "DELETE users | {\"users\":[\"x\"]} | no GUID",
        "DELETE users | {\"users\":\"x\"} | no list of strings",
        "DELETE users | {\"users\":[7]} | no list of strings",
        "DELETE users | {\"users\":[\"5E1F0003-0a11-4c0d-8e55-000000000003\"]} | the named users stay",
        "PUT faults | {\"active\":[\"sesions-never-expire\"]} | the nearest is 'sessions-never-expire'",
        "PUT faults | {\"active\":[\"busy-fades\",7]} | no list of strings",
        "PUT faults | {} | no list of strings",
        "PUT throttle | {} | it is not clear what to keep",
        "PUT throttle | {\"budgets\":[],\"requests\":5} | it is not clear what to keep",
        "PUT throttle | {\"budgets\":[\"graph\"]} | there is no throttle 'graph'",
        "PUT throttle | {\"budgets\":\"presence\"} | no list of strings",
        "PUT throttle | {\"requests\":0,\"window\":\"PT30S\"} | no number from 1 to 1000000",
        "PUT throttle | {\"requests\":5} | cannot be read; send either",
        "PUT throttle | {\"requests\":5,\"window\":\"PT0.5S\"} | not from PT1S to P1D",
      })
  void badInputIsOneSentenceAndChangesNothing(String call, String body, String sentence) {
    Instant before = now();
    String faults = http.admin("GET", "faults", "").json().path("active").toString();
    String[] parts = call.split(" ");
    Reply reply = http.admin(parts[0], parts[1], body);
    assertEquals(400, reply.status(), reply::text);
    String error = reply.json().path("error").asString();
    assertTrue(error.contains(sentence), error);
    assertEquals(before, now());
    assertEquals(faults, http.admin("GET", "faults", "").json().path("active").toString());
  }

  @Test
  void anUnknownSubjectIs404AndNamesTheKnownOnes() {
    Reply reply = http.admin("GET", "clocks", "");
    assertEquals(404, reply.status());
    assertTrue(reply.json().path("error").asString().contains("GET clock"), reply::text);
    assertEquals(404, http.admin("PUT", "clock", "{}").status());
  }

  @Test
  void usersComeAndGo() {
    Reply created = http.admin("POST", "users", "{\"count\":3}");
    assertEquals(201, created.status());
    List<String> ids = created.json().path("users").valueStream().map(id -> id.asString()).toList();
    assertEquals(3, ids.size());
    assertTrue(http.admin("GET", "users", "").text().contains(ids.get(2)));
    assertEquals("Offline/Offline", http.get("/v1.0/users/" + ids.get(0) + "/presence").pair());
    String list = "{\"users\":[\"" + ids.get(0) + "\",\"" + ids.get(1) + "\"]}";
    assertEquals(200, http.admin("DELETE", "users", list).status());
    assertEquals(200, http.admin("DELETE", "users", list).status());
    assertEquals(404, http.get("/v1.0/users/" + ids.get(0) + "/presence").status());
    assertEquals(200, http.get("/v1.0/users/" + ids.get(2) + "/presence").status());
  }

  @Test
  void faultsAreListedAndSwitchedTogether() {
    Reply shown = http.admin("GET", "faults", "");
    JsonNode available = shown.json().path("available");
    assertTrue(available.size() > 100);
    for (JsonNode fault : available) {
      assertTrue(
          fault.path("id").asString().matches("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)+"), fault::toString);
      assertTrue(
          List.of("rule", "shape", "wire").contains(fault.path("family").asString()),
          fault::toString);
      assertFalse(fault.path("description").asString().isEmpty());
      assertTrue(fault.path("operation").isString());
    }
    http.faults("busy-fades", "getPresence-id-missing");
    assertEquals(
        "[\"busy-fades\",\"getPresence-id-missing\"]",
        http.admin("GET", "faults", "").json().path("active").toString());
    http.faults();
    assertEquals("[]", http.admin("GET", "faults", "").json().path("active").toString());
  }

  // Without a session no preference shows.
  private String somebodyBusy() {
    return http.admin("GET", "users", "")
        .json()
        .path("users")
        .valueStream()
        .map(JsonNode::asString)
        .filter(id -> http.get("/v1.0/users/" + id + "/presence").pair().startsWith("Busy"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aResetBringsTheWorldBackAndLeavesTheClock() {
    String created = http.newUser();
    String seeded = somebodyBusy();
    String before = http.get("/v1.0/users/" + seeded + "/presence").pair();
    http.post(
        "/v1.0/users/" + seeded + "/presence/setUserPreferredPresence",
        "{\"availability\":\"BeRightBack\",\"activity\":\"BeRightBack\"}");
    assertNotEquals(before, http.get("/v1.0/users/" + seeded + "/presence").pair());
    http.faults("busy-fades");
    http.advance(Duration.ofMinutes(1));
    Instant moved = now();

    assertEquals(200, http.admin("POST", "reset", "").status());

    assertEquals(404, http.get("/v1.0/users/" + created + "/presence").status());
    assertEquals(before, http.get("/v1.0/users/" + seeded + "/presence").pair());
    assertEquals("[]", http.admin("GET", "faults", "").json().path("active").toString());
    assertEquals(moved, now());
  }
}
