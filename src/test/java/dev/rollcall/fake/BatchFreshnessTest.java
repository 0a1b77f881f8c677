package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A batch read of people who were there from the start never shows what is over. */
class BatchFreshnessTest {
  private static final int NAMED = 5; // the caller is one of them, and sees more of himself

  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
  private final Http http = Http.to(fake.baseUrl());
  private final List<String> people =
      http.admin("GET", "users", "")
          .json()
          .path("users")
          .valueStream()
          .map(JsonNode::asString)
          .skip(NAMED)
          .limit(50)
          .toList();

  @AfterEach
  void stop() {
    fake.close();
  }

  /** What all show together, which is what each shows alone. */
  private String shown() {
    JsonNode items =
        http.post(
                "/v1.0/communications/getPresencesByUserId",
                "{\"ids\":[\"" + String.join("\",\"", people) + "\"]}")
            .json()
            .path("value");
    assertEquals(people.size(), items.size());
    for (JsonNode item : items) {
      String alone = http.get("/v1.0/users/" + item.path("id").asString() + "/presence").text();
      assertEquals(alone.substring(alone.indexOf("\"id\"")), item.toString().substring(1));
    }
    return items.toString();
  }

  private void beInACall() {
    for (String id : people) {
      http.post(
          "/v1.0/users/" + id + "/presence/setPresence",
          "{\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}");
    }
  }

  @Test
  void aWriteShowsAtOnce() {
    String before = shown();
    beInACall();
    assertNotEquals(before, shown());
  }

  @Test
  void whatHasLapsedIsGoneAtTheSecond() {
    String before = shown();
    http.admin("POST", "clock", "{\"frozen\":true}");
    beInACall();
    String inACall = shown();
    assertNotEquals(before, inACall);
    http.admin("POST", "clock", "{\"advance\":\"PT4M59S\"}");
    assertEquals(inACall, shown());
    http.admin("POST", "clock", "{\"advance\":\"PT1S\"}");
    assertNotEquals(inACall, shown());
  }

  @Test
  void aResetIsSeenAtOnce() {
    beInACall();
    String inACall = shown();
    http.admin("POST", "reset", "");
    assertNotEquals(inACall, shown());
  }

  @Test
  void whoWasRestoredShowsWhatWasSaved() {
    String snapshot = http.admin("GET", "snapshot", "").text();
    beInACall();
    String inACall = shown();
    assertEquals(200, http.admin("PUT", "snapshot", snapshot).status());
    assertNotEquals(inACall, shown());
  }
}
