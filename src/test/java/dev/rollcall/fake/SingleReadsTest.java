package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.call.Guid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleReadsTest {
  private final PresenceFake fake =
      PresenceFake.start(
          FakeOptions.defaults()
              .withClock(InstantSource.fixed(Instant.parse("2027-03-04T05:06:07.0890123Z"))));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  @Test
  void aNewUserIsOfflineWithEveryMember() {
    String id = http.newUser();
    Reply reply = http.get("/v1.0/users/" + id + "/presence");
    assertEquals(200, reply.status());
    assertEquals(
        """
        {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users('%1$s')/presence/$entity",\
        "id":"%1$s","availability":"Offline","activity":"Offline","statusMessage":null,\
        "outOfOfficeSettings":{"message":null,"isOutOfOffice":false},"sequenceNumber":"A0226299967"}"""
            .formatted(id),
        reply.text());
  }

  @Test
  void theHeadersAreThoseOfOData() {
    Reply reply = http.get("/v1.0/me/presence");
    assertEquals("4.0", reply.header("OData-Version"));
    assertEquals(
        "application/json;odata.metadata=minimal;odata.streaming=true;"
            + "IEEE754Compatible=false;charset=utf-8",
        reply.header("Content-Type"));
    assertEquals(String.valueOf(reply.body().length), reply.header("Content-Length"));
    assertTrue(Guid.of(reply.header("request-id")).isPresent());
    assertEquals(reply.header("request-id"), reply.header("client-request-id"));
  }

  @Test
  void theThreePathsLeadToOnePresence() {
    String me = fake.namedUsers().get(0);
    http.post(
        "/v1.0/me/presence/setPresence",
        "{\"sessionId\":\"paths\",\"availability\":\"Busy\",\"activity\":\"InACall\"}");
    List<Reply> replies =
        List.of(
            http.get("/v1.0/me/presence"),
            http.get("/v1.0/users/" + me + "/presence"),
            http.get("/v1.0/communications/presences/" + me));
    for (Reply reply : replies) {
      assertEquals(me, reply.json().path("id").asString());
      assertEquals("Busy/InACall", reply.pair());
    }
    assertTrue(
        replies
            .get(2)
            .json()
            .path("@odata.context")
            .asString()
            .endsWith("#communications/presences/$entity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0/me/presence", "/v1.0/users/{me}/presence"})
  void theOwnerSeesTheWholeStatusMessage(String path) {
    String me = fake.namedUsers().get(0);
    http.post(
        "/v1.0/me/presence/setStatusMessage",
        """
        {"statusMessage": {"message": {"content": "Back at \\"two\\" ☕", "contentType": "text"},
          "publishedDateTime": "1999-01-01T00:00:00Z",
          "expiryDateTime": {"dateTime": "2027-03-04T12:00:00.1234567", "timeZone": "Europe/Berlin"}}}
        """);
    assertEquals(
        """
        {"message":{"content":"Back at \\"two\\" ☕","contentType":"text"},\
        "expiryDateTime":{"dateTime":"2027-03-04T11:00:00.1234567","timeZone":"UTC"},\
        "publishedDateTime":"2027-03-04T05:06:07.0890123Z"}""",
        http.get(path.replace("{me}", me)).json().path("statusMessage").toString());
  }

  @Test
  void othersSeeTheTextOnly() {
    String other = http.newUser();
    http.post(
        "/v1.0/users/" + other + "/presence/setStatusMessage",
        "{\"statusMessage\":{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"}}}");
    for (String path : List.of("users/%s/presence", "communications/presences/%s")) {
      assertEquals(
          "{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"}}",
          http.get("/v1.0/" + path.formatted(other)).json().path("statusMessage").toString());
    }
  }

  @Test
  void idsAreReadInEitherCaseAndAnsweredInLowerCase() {
    String id = http.newUser();
    Reply reply = http.get("/v1.0/users/" + id.toUpperCase(Locale.ROOT) + "/presence");
    assertEquals(id, reply.json().path("id").asString());
  }

  @Test
  void theDefaultWorldIsAliveAndTheNamedStartWithNothing() {
    List<String> ids =
        http.admin("GET", "users", "")
            .json()
            .path("users")
            .valueStream()
            .map(id -> id.asString())
            .toList();
    assertEquals(fake.namedUsers(), ids.subList(0, 5));
    assertTrue(ids.size() >= 1_000);
    Set<String> pairs =
        ids.subList(5, 205).stream()
            .map(id -> http.get("/v1.0/users/" + id + "/presence").pair())
            .collect(Collectors.toSet());
    assertTrue(pairs.size() >= 10, pairs::toString);
    assertEquals("Offline/Offline", http.get("/v1.0/users/" + ids.get(4) + "/presence").pair());
  }

  @Test
  void theDocumentedDialectIsSpokenAndUnderstood() {
    try (PresenceFake documented =
        PresenceFake.start(FakeOptions.defaults().withDialect(Dialect.DOCUMENTED))) {
      Http there = Http.to(documented.baseUrl());
      Reply set =
          there.post(
              "/v1.0/me/presence/setPresence",
              "{\"sessionId\":\"s\",\"availability\":\"doNotDisturb\",\"activity\":\"presenting\"}");
      assertEquals(200, set.status());
      assertEquals("doNotDisturb/presenting", there.get("/v1.0/me/presence").pair());
      assertEquals(
          "documented", there.admin("GET", "capabilities", "").json().path("dialect").asString());
    }
  }
}
