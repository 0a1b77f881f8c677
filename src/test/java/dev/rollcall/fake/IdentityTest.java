package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.call.Auth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, and what they may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityTest {
  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");
  private static final String SESSION =
      "{\"sessionId\":\"%s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}";
  private static final String APP = "22553876-f5ab-4529-bffb-cfe50aa89f87";
  private static final String OTHER_APP = "11111111-f5ab-4529-bffb-cfe50aa89f87";

  private final PresenceFake fake =
      PresenceFake.start(FakeOptions.defaults().withClock(InstantSource.fixed(NOW)));
  private final Http http = Http.to(fake.baseUrl());
  private final String first = fake.namedUsers().get(0);
  private final String second = fake.namedUsers().get(1);

  @AfterAll
  void stop() {
    fake.close();
  }

  private static String presence(String user) {
    return "/v1.0/users/" + user + "/presence";
  }

  private Reply send(String token, String operation) {
    Http caller = http.as(token);
    String location = "{\"workLocationType\":\"remote\"}";
    return switch (operation) {
      case "own" -> caller.get("/v1.0/me/presence");
      case "others" -> caller.get(presence(second));
      case "many" -> caller.post(Paths.BATCH, "{\"ids\":[\"" + second + "\"]}");
      case "write" -> caller.post(presence(first) + "/setPresence", SESSION.formatted("s"));
      case "location" -> caller.post(presence(first) + "/setManualLocation", location);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "Presence.Read, 200, 403, 403, 403, 403",
    "Presence.Read.All, 200, 200, 200, 403, 403",
    "Presence.ReadWrite, 200, 403, 403, 200, 200",
    "Presence.ReadWrite Presence.Read.All User.Read, 200, 200, 200, 200, 200",
    "User.Read, 403, 403, 403, 403, 403",
  })
  void aSignedInUserMayWhatTheScopesSay(
      String scopes, int own, int others, int many, int write, int location) {
    String token = Jwt.delegated(first, scopes);
    assertEquals(
        List.of(own, others, many, write, location),
        List.of("own", "others", "many", "write", "location").stream()
            .map(operation -> send(token, operation).status())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Presence.Read.All, 400, 200, 200, 403, 403",
    "Presence.ReadWrite.All, 400, 200, 200, 200, 403",
    "Presence.ReadWrite, 400, 403, 403, 403, 403",
    "User.Read.All, 400, 403, 403, 403, 403",
  })
  void anApplicationMayWhatItsRolesSay(
      String role, int own, int others, int many, int write, int location) {
    String token = Jwt.application(role);
    assertEquals(
        List.of(own, others, many, write, location),
        List.of("own", "others", "many", "write", "location").stream()
            .map(operation -> send(token, operation).status())
            .toList());
  }

  @Test
  void aMissingScopeIs403WithoutAnyWords() {
    Reply reply = send(Jwt.delegated(first, "Presence.Read"), "write");
    assertEquals(403, reply.status());
    assertEquals("Forbidden", reply.code());
    assertEquals("", reply.json().path("error").path("message").asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "setPresence | {\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"Busy\"}",
        "setPresence | {\"availability\":\"Busy\",\"activity\":\"InACall\"}",
        "setPresence | {\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\","
            + "\"expirationDuration\":\"PT1M\"}",
        "clearPresence | {}",
        "setStatusMessage | {}",
        "setManualLocation | {}",
      })
  void whatIsWrongWithTheRequestIsSaidBeforeAnyScope(String action, String body) {
    Http caller = http.as(Jwt.delegated(first, "Presence.Read"));
    Reply reply = caller.post(presence(second) + "/" + action, body);
    assertEquals(400, reply.status(), reply::text);
    assertEquals("InvalidArgument", reply.code());
  }

  @Test
  void anotherUsersPresenceIsNotWritten() {
    Http caller = http.as(Jwt.delegated(first, "Presence.ReadWrite"));
    String before = http.get(presence(second)).text();
    Reply reply = caller.post(presence(second) + "/setPresence", SESSION.formatted("s"));
    assertEquals(401, reply.status());
    assertEquals("Unauthorized", reply.code());
    String message = reply.json().path("error").path("message").asString();
    assertTrue(message.startsWith("Cannot set the presence of another user."), message);
    assertTrue(message.contains(first) && message.contains(second), message);
    assertEquals(before, http.get(presence(second)).text());
  }

  @Test
  void meIsWhomTheTokenNames() {
    Http caller = http.as(Jwt.of("{\"oid\":\"" + second + "\"}"));
    assertEquals(second, caller.get("/v1.0/me/presence").json().path("id").asString());
    assertEquals(first, http.get("/v1.0/me/presence").json().path("id").asString());
    Http nobody = http.as(Jwt.of("{\"oid\":\"00000000-0000-4000-8000-00000000dead\"}"));
    assertEquals(404, nobody.get("/v1.0/me/presence").status());
  }

  @Test
  void onlyTheOwnerSeesTheWholeMessage() {
    String user = http.newUser();
    http.post(
        presence(user) + "/setStatusMessage",
        "{\"statusMessage\":{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"}}}");
    Http owner = http.as(Jwt.of("{\"oid\":\"" + user + "\"}"));
    String whole =
        "{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"},"
            + "\"expiryDateTime\":null,\"publishedDateTime\":\"2027-03-04T05:06:07.0000000Z\"}";
    String text = "{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"}}";
    assertEquals(whole, message(owner.get("/v1.0/me/presence")));
    assertEquals(whole, message(owner.get(presence(user))));
    assertEquals(text, message(http.get(presence(user))));
    assertEquals(
        text,
        owner
            .post(Paths.BATCH, "{\"ids\":[\"" + user + "\"]}")
            .json()
            .path("value")
            .path(0)
            .path("statusMessage")
            .toString());
  }

  private static String message(Reply reply) {
    return reply.json().path("statusMessage").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"appid", "azp"})
  void sessionsBelongToTheirApplication(String claim) {
    String user = http.newUser();
    String set = presence(user) + "/setPresence";
    String clear = presence(user) + "/clearPresence";
    Http one = http.as(Jwt.of("{\"%s\":\"%s\"}".formatted(claim, APP)));
    Http other = http.as(Jwt.of("{\"%s\":\"%s\"}".formatted(claim, OTHER_APP)));
    assertEquals(200, one.post(set, SESSION.formatted(APP.toUpperCase(Locale.ROOT))).status());
    Reply foreign = other.post(set, SESSION.formatted(APP));
    assertEquals(403, foreign.status());
    assertEquals("Forbidden", foreign.code());
    Reply unknown = other.post(clear, "{\"sessionId\":\"" + APP + "\"}");
    assertEquals(404, unknown.status());
    assertEquals("NotFound", unknown.code());
    assertEquals("Busy/InACall", http.get(presence(user)).pair());
    assertEquals(400, other.post(set, SESSION.formatted(APP).replace("InACall", "Busy")).status());
    assertEquals(200, one.post(clear, "{\"sessionId\":\"" + APP + "\"}").status());
  }

  @Test
  void aPersonalAccountIsNotServed() {
    String personal =
        Jwt.of(
            "{\"oid\":\"%s\",\"scp\":\"Presence.Read\",\"tid\":\"9188040d-6c67-4c5b-b112-36a304b66dad\"}"
                .formatted(first));
    assertEquals(400, send(personal, "own").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.b.c", "bm9uc2Vuc2U.bm9uc2Vuc2U.x", "x.W10.y", "x..y", "a.b", "a.b.c.d"})
  void whatIsNoWebTokenIsOpaqueAndMayDoEverything(String token) {
    assertEquals(first, http.as(token).get("/v1.0/me/presence").json().path("id").asString());
    assertEquals(200, send(token, "write").status());
  }

  @Test
  void strictTokensNameTheirPermissionsAndHaveNotEnded() {
    try (PresenceFake strict =
        PresenceFake.start(
            FakeOptions.defaults().withAuth(Auth.STRICT).withClock(InstantSource.fixed(NOW)))) {
      Http there = Http.to(strict.baseUrl());
      String me = "/v1.0/me/presence";
      String claims = "{\"oid\":\"%s\",\"scp\":\"Presence.Read\",\"exp\":%d}";
      assertEquals("InvalidAuthenticationToken", there.get(me).code());
      assertEquals(401, there.as(Jwt.of("{\"oid\":\"" + first + "\"}")).get(me).status());
      Http valid = there.as(Jwt.of(claims.formatted(first, NOW.getEpochSecond() + 1)));
      assertEquals(200, valid.get(me).status());
      assertEquals(
          401, there.as(Jwt.of(claims.formatted(first, NOW.getEpochSecond()))).get(me).status());
      there.advance(Duration.ofDays(1));
      assertEquals(200, valid.get(me).status(), "tokens end by the clock on the wall");
      assertEquals(200, there.as(Jwt.delegated(first, "Presence.Read")).get(me).status());
    }
  }
}
