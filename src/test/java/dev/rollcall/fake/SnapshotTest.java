package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.presence.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SnapshotTest {
  private static final String FIVE = ",\"expirationDuration\":\"PT5M\"";
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");

  private final PresenceFake fake = start(START);
  private final Http http = Http.to(fake.baseUrl());
  private final String anna = fake.namedUsers().get(0);
  private final String bert = fake.namedUsers().get(1);

  private static PresenceFake start(Instant now) {
    return PresenceFake.start(
        FakeOptions.defaults().withUsers(40).withClock(InstantSource.fixed(now)));
  }

  @BeforeEach
  void saySomething() {
    act(http, anna, "setPresence", "\"sessionId\":\"app\"," + pair("Busy", "InACall"));
    act(http, anna, "setUserPreferredPresence", pair("DoNotDisturb", "DoNotDisturb"));
    act(
        http,
        anna,
        "setStatusMessage",
        "\"statusMessage\":{\"message\":{\"content\":\"Hi\",\"contentType\":\"text\"},"
            + "\"expiryDateTime\":{\"dateTime\":\"2027-03-04T06:00:00\",\"timeZone\":\"UTC\"}}");
    put(
        http,
        "out-of-office",
        "\"user\":\"" + bert + "\",\"isOutOfOffice\":true,\"message\":\"x\"");
    put(
        http,
        "location",
        "\"user\":\"" + bert + "\",\"scheduled\":{\"workLocationType\":\"remote\"}");
    put(http, "meeting", "\"user\":\"" + bert + "\",\"until\":\"PT1H\"");
    put(
        http,
        "faults",
        "\"active\":[\"busy-fades\",{\"id\":\"getPresence-id-missing\",\"operation\":\"getPresence\",\"next\":1000,\"share\":0}]");
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private static String pair(String availability, String activity) {
    return "\"availability\":\"" + availability + "\",\"activity\":\"" + activity + "\"";
  }

  private static void act(Http http, String user, String action, String members) {
    Reply reply = http.post("/v1.0/users/" + user + "/presence/" + action, "{" + members + "}");
    assertEquals(200, reply.status(), reply::text);
  }

  private static void put(Http http, String subject, String members) {
    http.admin("PUT", subject, "{" + members + "}");
  }

  private static String snapshot(Http http) {
    return http.admin("GET", "snapshot", "").text();
  }

  private static String restore(Http http, String snapshot) {
    Reply reply = http.admin("PUT", "snapshot", snapshot);
    assertEquals(200, reply.status(), reply::text);
    return reply.text();
  }

  private static List<String> people(Http http) {
    List<String> all = new ArrayList<>();
    for (JsonNode each : http.admin("GET", "people", "").json().path("people")) {
      all.add(
          each
              + " "
              + unstamped(
                  http.get("/v1.0/users/" + each.path("id").asString() + "/presence").text()));
    }
    return all;
  }

  @Test
  void whatIsRestoredIsWhatWas() {
    put(http, "latency", "\"fixed\":\"1ms\"");
    put(http, "throttle", "\"requests\":500,\"window\":\"PT30S\"");
    http.admin("POST", "users", "{\"users\":[{\"displayName\":\"New Comer\"}]}");
    String taken = snapshot(http);
    List<String> before = people(http);
    http.admin("POST", "reset", "");
    put(http, "state", "\"user\":\"" + anna + "\"," + pair("Away", "Away"));
    restore(http, taken);
    assertEquals(unstamped(taken), unstamped(snapshot(http)));
    assertEquals(before, people(http));
  }

  // A stamp may rise with every world, while the rest is as it was.
  private static String unstamped(String json) {
    return json.replaceAll("\"stamp\":\\d+", "\"stamp\":0")
        .replaceAll("\"sequenceNumber\":\"A\\d+\"", "\"sequenceNumber\":\"A\"");
  }

  @Test
  void noStampFallsWhenAnotherWorldBegins() {
    String young = snapshot(http);
    List<String> stamps = assertRisen(List.of(), "at first");
    for (int i = 0; i < 20; i++) {
      put(http, "state", state(i % 2 == 0 ? "Busy" : "Away"));
    }
    stamps = assertRisen(stamps, "after writes that come faster than the clock");
    http.admin("POST", "reset", "");
    stamps = assertRisen(stamps, "after a reset");
    http.admin("POST", "reset", "");
    stamps = assertRisen(stamps, "after another one");
    put(http, "state", state("Busy"));
    put(http, "location", located());
    restore(http, young);
    stamps = assertRisen(stamps, "after a restore");
    assertEquals(40, http.admin("GET", "snapshot", "").json().path("users").size());
    act(http, anna, "setPresence", "\"sessionId\":\"one\"," + pair("Available", "Available"));
    act(http, bert, "setPresence", "\"sessionId\":\"two\"," + pair("Busy", "InACall"));
    http.advance(Duration.ofMinutes(5));
    stamps = assertRisen(stamps, "after sessions that faded and ended");
    act(http, bert, "setPresence", "\"sessionId\":\"one\"," + pair("Away", "Away") + FIVE);
    http.advance(Duration.ofMillis(100));
    act(http, bert, "setPresence", "\"sessionId\":\"two\"," + pair("Busy", "InACall") + FIVE);
    http.advance(Duration.ofMillis(100));
    act(
        http,
        bert,
        "setPresence",
        "\"sessionId\":\"six\"," + pair("Available", "Available") + FIVE);
    http.advance(Duration.ofMinutes(5));
    stamps = assertRisen(stamps, "after several that ended in one second");
    http.admin("POST", "reset", "");
    stamps = assertRisen(stamps, "after a reset");
    http.advance(Duration.ofDays(1));
    restore(http, young);
    assertRisen(stamps, "after a day and a restore");
  }

  @Test
  void theStampsOfANewWorldAreOfTheSecondInWhichItBegan() {
    http.advance(Duration.ofHours(1));
    http.admin("POST", "reset", "");
    long began = Stamps.seconds(START.plus(Duration.ofHours(1)));
    assertEquals(Collections.nCopies(40, "A0" + began), stamps());
  }

  private String state(String availability) {
    return "\"user\":\"" + anna + "\"," + pair(availability, availability);
  }

  private String located() {
    return "\"user\":\"" + bert + "\",\"scheduled\":{\"workLocationType\":\"office\"}";
  }

  private List<String> stamps() {
    List<String> all = new ArrayList<>();
    for (JsonNode each : http.admin("GET", "people", "").json().path("people")) {
      String path = "/v1.0/users/" + each.path("id").asString() + "/presence";
      all.add(http.get(path).json().path("sequenceNumber").asString());
    }
    assertEquals(40, all.size());
    return all;
  }

  private List<String> assertRisen(List<String> before, String when) {
    List<String> now = stamps();
    for (int i = 0; i < before.size(); i++) {
      assertTrue(
          before.get(i).compareTo(now.get(i)) <= 0,
          when + ": " + before.get(i) + " became " + now.get(i));
    }
    return now;
  }

  @Test
  void peopleWhoWereLeftAloneAreIdsAlone() {
    JsonNode users = http.admin("GET", "snapshot", "").json().path("users");
    assertEquals(40, users.size());
    assertEquals(2, users.valueStream().filter(JsonNode::isObject).count());
  }

  @Test
  void timesAreShiftedToAClockThatHasGoneOn() {
    http.advance(Duration.ofMinutes(2));
    String taken = snapshot(http);
    http.advance(Duration.ofDays(3));
    assertEquals("Offline/Offline", http.get("/v1.0/users/" + anna + "/presence").pair());
    restore(http, taken);
    assertEquals("DoNotDisturb/DoNotDisturb", http.get("/v1.0/users/" + anna + "/presence").pair());
    JsonNode person = http.admin("GET", "people?limit=2", "").json().path("people").path(0);
    assertEquals(
        START.plus(Duration.ofDays(3)).plusSeconds(300).toString(),
        person.path("sessions").path(0).path("expiresAt").asString());
    http.advance(Duration.ofMinutes(3));
    assertEquals("Offline/Offline", http.get("/v1.0/users/" + anna + "/presence").pair());
  }

  @Test
  void anotherFakeTakesItWhoseClockIsBehind() {
    String taken = snapshot(http);
    Instant earlier = START.minus(Duration.ofDays(400));
    try (PresenceFake other = start(earlier)) {
      Http there = Http.to(other.baseUrl());
      restore(there, taken);
      assertEquals(
          earlier.toString(), there.admin("GET", "clock", "").json().path("now").asString());
      for (String id : List.of(anna, bert)) {
        String path = "/v1.0/users/" + id + "/presence";
        assertEquals(http.get(path).pair(), there.get(path).pair());
      }
      assertEquals(
          http.admin("GET", "faults", "").json().path("active"),
          there.admin("GET", "faults", "").json().path("active"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\":1 | \"format\":2 | 'format' and 'kind' are not those",
        "\"kind\":\"snapshot\" | \"kind\":\"x\" | 'format' and 'kind' are not those",
        "\"frozen\":false | \"frozen\":0 | 'frozen' is neither",
        "\"now\" | \"then\" | 'now' is missing",
        "\"users\" | \"people\" | lacks a named user",
        "\"5e1f0003-0a11-4c0d-8e55-000000000003\" | \"x\" | one of the 'users' is no GUID",
        "\"stamp\":2 | \"stamp\":-2 | 'stamp' is no number",
        "\"setAt\":\"2027 | \"setAt\":\"noon | 'setAt' is no instant",
        "InACall | InAHurry | 'activity' has no value 'InAHurry'",
        "\"remote\" | \"moon\" | 'workLocationType' is no type",
        "busy-fades | busy-fads | the nearest is 'busy-fades'",
        "\"settle\" | \"lag\" | 'settle' is missing",
      })
  void aBadSnapshotChangesNothing(String good, String bad, String sentence) {
    String before = snapshot(http);
    Reply reply = http.admin("PUT", "snapshot", before.replace(good, bad));
    assertEquals(400, reply.status(), reply::text);
    String error = reply.json().path("error").asString();
    assertTrue(error.contains(sentence), error);
    assertEquals(before, snapshot(http));
  }
}
