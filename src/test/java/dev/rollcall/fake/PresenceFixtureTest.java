package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceFixtureTest {
  private final PresenceFixture fixture = PresenceFixture.start(FakeOptions.defaults());
  private final Http http = Http.to(fixture.baseUrl());

  @AfterEach
  void stop() {
    fixture.close();
  }

  private String shown(String name) {
    return http.get("/v1.0/users/" + fixture.user(name) + "/presence").pair();
  }

  @Test
  void aNameIsOnePersonWhoShowsNothingAtFirst() {
    assertEquals(fixture.user("adele"), fixture.user("adele"));
    assertNotEquals(fixture.user("adele"), fixture.user("bert"));
    assertNotEquals(fixture.me(), fixture.user("adele"));
    assertEquals("Offline/Offline", shown("adele"));
    assertEquals(fixture.me(), http.get("/v1.0/me/presence").json().path("id").asString());
  }

  @Test
  void somebodyShowsWhatTheyAreSetTo() {
    fixture.set("adele", Availability.BUSY, Activity.IN_A_CALL);
    fixture.set("bert", Availability.BUSY, Activity.IN_A_MEETING);
    assertEquals("Busy/InACall", shown("adele"));
    assertEquals("Busy/InAMeeting", shown("bert"));
    fixture.clock().advance(Duration.ofDays(30));
    assertEquals("Busy/InACall", shown("adele"));
  }

  @Test
  void timeGoesOnAsItIsTold() {
    fixture.set("adele", Availability.AVAILABLE, Activity.AVAILABLE);
    assertEquals("Available/Available", shown("adele"));
    fixture.clock().advance(Duration.ofMinutes(10));
    assertEquals("Away/Away", shown("adele"));
  }

  @Test
  void requestsAreKeptWithWhatTheyWereAnswered() {
    http.get("/v1.0/me/presence");
    http.post("/nothing", "{}");
    List<AnsweredRequest> requests = fixture.requests();
    assertEquals(
        List.of("GET /v1.0/me/presence 200", "POST /nothing 404"),
        requests.stream()
            .map(each -> each.method() + " " + each.path() + " " + each.status())
            .toList());
    assertEquals("{}", requests.get(1).sent());
  }

  @Test
  void onlyTheLastTwoHundredAreKept() {
    for (int i = 0; i < 201; i++) {
      http.get("/v1.0/me/presence?" + i);
    }
    assertEquals(200, fixture.requests().size());
    assertEquals("/v1.0/me/presence?1", fixture.requests().get(0).path());
  }

  @Test
  void refusalsNameThePathThatWasMeantOrTheMemberThatWasWrong() {
    String set = "/v1.0/users/" + fixture.user("adele") + "/presence/setPresence";
    String body = "{\"availability\":\"Busy\",\"activity\":\"InACall\"}";
    http.get("/v1.0/me/presence");
    http.get("/v1.0/me/presense");
    http.post(set, body);
    http.send("GET", "/v1.0/me/presence", "");
    String line = System.lineSeparator();
    assertEquals(
        List.of(
            "GET /v1.0/me/presense: 404, no such path; the nearest is GET /v1.0/me/presence",
            "POST " + set + ": 400 InvalidArgument, SessionId is required." + line + "  " + body,
            "GET /v1.0/me/presence: 401 InvalidAuthenticationToken, The request carries no bearer"
                + " token."),
        fixture.refusals());
  }

  @Test
  void refusalsInABatchCountToo() {
    String body =
        "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/me/presence\"},"
            + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users/nobody/presence\"}]}";
    http.post("/v1.0/$batch", body);
    assertEquals(
        List.of(
            "POST /v1.0/$batch: part 2 400 InvalidArgument, The user id in the path is no GUID."
                + System.lineSeparator()
                + "  "
                + body),
        fixture.refusals());
  }
}
