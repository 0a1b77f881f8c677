package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewcomersTest {
  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withUsers(5));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  private static String id(int number) {
    return "a0000000-0000-4000-8000-00000000000" + number;
  }

  private static List<String> users(Reply created) {
    assertEquals(201, created.status(), created::text);
    return created.json().path("users").valueStream().map(JsonNode::asString).toList();
  }

  private String pair(String id) {
    return http.get("/v1.0/users/" + id + "/presence").pair();
  }

  private String name(String id) {
    return http.admin("GET", "people", "")
        .json()
        .path("people")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(id))
        .map(each -> each.path("displayName").asString())
        .findFirst()
        .orElse("(nobody)");
  }

  private Reply csv(String lines) {
    return http.send(
        "POST", "/__admin/presence/users", lines, "Content-Type", "text/csv;charset=utf-8");
  }

  @Test
  void usersComeWithIdsOfTheirOwn() {
    assertEquals(
        List.of(id(1), id(2)),
        users(http.admin("POST", "users", "{\"ids\":[\"" + id(1) + "\",\"" + id(2) + "\"]}")));
    assertEquals("Offline/Offline", pair(id(1)));
  }

  @Test
  void usersComeWithNamesAndPresences() {
    List<String> ids =
        users(
            http.admin(
                "POST",
                "users",
                "{\"users\":[{\"id\":\""
                    + id(3)
                    + "\",\"displayName\":\"Zoë O'Hara\",\"presence\":{\"availability\":\"Busy\","
                    + "\"activity\":\"InAMeeting\"}},{}]}"));
    assertEquals("Busy/InAMeeting", pair(id(3)));
    assertEquals("Zoë O'Hara", name(id(3)));
    assertEquals("Offline/Offline", pair(ids.get(1)));
    assertTrue(name(ids.get(1)).contains(" "));
  }

  @Test
  void usersComeInLinesOfCsv() {
    List<String> ids =
        users(
            csv(
                "\uFEFFid,displayName,availability,activity\r\n"
                    + id(4)
                    + ",\"Hara, \"\"Zoë\"\"\",away,Away\r\n\r\n,Somebody\r\n"));
    assertEquals(id(4), ids.get(0));
    assertEquals("Away/Away", pair(id(4)));
    assertEquals("Hara, \"Zoë\"", name(id(4)));
    assertEquals("Somebody", name(ids.get(1)));
    assertEquals("Offline/Offline", pair(ids.get(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ids\":[]} | these are 0 users",
        "{\"ids\":[\"7\"]} | 'ids' is no GUID",
        "{\"ids\":[\"5e1f0001-0a11-4c0d-8e55-000000000001\"]} | is there already",
        "{\"users\":[{\"id\":\"a0000000-0000-4000-8000-000000000009\"},{\"id\":\"A0000000-0000-4000-8000-000000000009\"}]} | is there already",
        "{\"users\":{}} | 'users' is no list of objects",
        "{\"users\":[7]} | 'users' is no list of objects",
        "{\"users\":[{\"id\":\"7\"}]} | 'id' is no GUID",
        "{\"users\":[{\"displayName\":7}]} | 'displayName' is no string",
        "{\"users\":[{\"presence\":7}]} | 'presence' is no object",
        "{\"users\":[{\"presence\":{\"availability\":\"Busy\"}}]} | 'activity' is missing",
      })
  void badInputIsOneSentenceAndCreatesNobody(String json, String sentence) {
    assertRefused(http.admin("POST", "users", json), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id | 'id' is no GUID; line 1 is wrong",
        ",,Busy | 'activity' is missing; line 1 is wrong",
        ",,Busy,Bsy | 'activity' has no value 'Bsy'; line 1",
        ",\"Zoë | a quotation mark is not closed; line 1",
        ",,,,x | more than four cells; line 1",
      })
  void aBadLineIsNamed(String line, String sentence) {
    assertRefused(csv(line), sentence);
  }

  private void assertRefused(Reply reply, String sentence) {
    assertEquals(400, reply.status(), reply::text);
    String error = reply.json().path("error").asString();
    assertTrue(error.contains(sentence), error);
    assertEquals("(nobody)", name("a0000000-0000-4000-8000-000000000009"));
  }
}
