package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeClient.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake as its user meets it: over HTTP. */
class PresenceFakeTest {
  private static final String SET = "{'sessionId':'a','availability':'Busy','activity':'InACall'}";
  private static final String MANY = "/v1.0/communications/getPresencesByUserId";

  private static PresenceFake fake;
  private static FakeClient client;

  @BeforeAll
  static void start() {
    fake = PresenceFake.start(FakeOptions.defaults());
    client = new FakeClient(fake.baseUrl());
  }

  @AfterAll
  static void stop() {
    fake.close();
  }

  @Test
  void theDefaultWorldHasAThousandUsersAndFiveNamedOnes() {
    assertEquals(5, fake.namedUsers().size());
    assertTrue(client.get("/__admin/presence/users").json().path("users").size() >= 1_000);
    assertEquals(fake.namedUsers().get(0), client.get("/v1.0/me/presence").text("/id"));
  }

  @Test
  void aPresenceHasAllMembersAndAContext() {
    String user = client.user();
    Seen seen = client.get("/v1.0/users/" + user + "/presence");
    assertEquals(
        List.of(
            "@odata.context",
            "id",
            "availability",
            "activity",
            "statusMessage",
            "outOfOfficeSettings",
            "sequenceNumber"),
        List.copyOf(seen.json().propertyNames()));
    assertTrue(seen.text("/@odata.context").endsWith("users('" + user + "')/presence/$entity"));
    assertEquals("Offline/Offline", seen.pair());
    assertEquals("4.0", seen.headers().get("odata-version"));
  }

  @Test
  void aSessionShowsOnEveryPathAndFades() {
    String user = client.user();
    String body =
        "{'sessionId':'a','availability':'Available','activity':'Available','expirationDuration':'PT1H'}";
    Seen set = client.post("/v1.0/users/" + user + "/presence/setPresence", body);
    assertEquals(200, set.status());
    assertEquals("0", set.headers().get("content-length"));
    assertEquals("Available/Available", client.get("/v1.0/users/" + user + "/presence").pair());
    client.advance("PT5M");
    assertEquals(
        "Available/AvailableInactive", client.get("/v1.0/communications/presences/" + user).pair());
    client.advance("PT5M");
    assertEquals("Away", client.post(MANY, "{'ids':['" + user + "']}").text("/value/0/activity"));
  }

  @Test
  void aBatchAnswersKnownUsersOnceInTheOrderAskedFor() {
    String one = client.user();
    String two = client.user();
    String ids =
        "{'other':[{}],'ids':['"
            + two
            + "','"
            + one.toUpperCase()
            + "','dddddddd-0000-4000-8000-000000000000','"
            + two
            + "']}";
    Seen seen = client.post(MANY, ids);
    assertEquals(two, seen.text("/value/0/id"));
    assertEquals(one, seen.text("/value/1/id"));
    assertEquals(2, seen.json().path("value").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{'ids':null}",
        "{'ids':'x'}",
        "{'ids':[]}",
        "{'ids':[1]}",
        "{'ids':['a']",
        "{'ids':['a']} x",
        "{'ids':[['a']]}",
      })
  void aBadBatchBodyIsRefusedWithTheEnvelope(String body) {
    Seen seen = client.post(MANY, body);
    assertEquals(400, seen.status(), seen.body());
    assertEquals("InvalidArgument", seen.text("/error/code"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "not json; 400",
        "{}; 400",
        "{'availability':'Busy','activity':'InACall'}; 400",
        "{'sessionId':'','availability':'Busy','activity':'InACall'}; 400",
        "{'sessionId':1,'availability':'Busy','activity':'InACall'}; 400",
        "{'sessionId':'a','availability':'busy','activity':'inACall'}; 400",
        "{'sessionId':'a','availability':'Busy','activity':'Busy'}; 400",
        "{'sessionId':'a','availability':null,'activity':'InACall'}; 400",
        "{'sessionId':'a','availability':'Busy','activity':'InACall','expirationDuration':'PT4M59S'}; 400",
        "{'sessionId':'a','availability':'Busy','activity':'InACall','expirationDuration':'PT5M'}; 200",
        "{'sessionId':'a','availability':'Busy','activity':'InACall','expirationDuration':'PT4H'}; 200",
        "{'sessionId':'a','availability':'Busy','activity':'InACall','expirationDuration':'PT4H1S'}; 400",
        "{'sessionId':'a','availability':'Busy','activity':'InACall','expirationDuration':'1h'}; 400",
        "{'sessionId':'a','availability':'Busy','activity':'InACall','expirationDuration':null}; 200",
      })
  void setPresenceLooksAtItsBody(String body, int status) {
    String user = client.user();
    Seen seen = client.post("/v1.0/users/" + user + "/presence/setPresence", body);
    assertEquals(status, seen.status(), seen.body());
    assertEquals(
        status == 200 ? "Busy/InACall" : "Offline/Offline",
        client.get("/v1.0/users/" + user + "/presence").pair());
  }

  @Test
  void clearingWhatIsNotThereIsNotFound() {
    String user = client.user();
    String path = "/v1.0/users/" + user + "/presence/clearPresence";
    assertEquals(404, client.post(path, "{'sessionId':'a'}").status());
    client.post("/v1.0/users/" + user + "/presence/setPresence", SET);
    assertEquals(200, client.post(path, "{'sessionId':'a'}").status());
    assertEquals(404, client.post(path, "{'sessionId':'a'}").status());
  }

  @Test
  void errorsCarryTheEnvelopeAndBothRequestIds() {
    Seen seen = client.send("GET", "/v1.0/me/presence", null, Map.of("client-request-id", "mine"));
    assertEquals(401, seen.status());
    assertEquals("mine", seen.headers().get("client-request-id"));
    assertEquals("mine", seen.text("/error/innerError/client-request-id"));
    assertEquals(seen.headers().get("request-id"), seen.text("/error/innerError/request-id"));
    assertEquals(
        401,
        client.send("GET", "/v1.0/me/presence", null, Map.of("Authorization", "Basic x")).status());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1.0/users/dddddddd-0000-4000-8000-000000000000/presence, 404",
    "GET, /v1.0/users/nobody/presence, 400",
    "GET, /v1.0/nothing/here, 404",
    "GET, /beta/me/presence, 404",
    "PUT, /v1.0/me/presence, 405",
    "GET, /v1.0/communications/getPresencesByUserId, 405",
  })
  void whatIsNotOfferedIsRefusedInGraphsForm(String method, String path, int status) {
    Seen seen = client.send(method, path, null, Map.of("Authorization", "Bearer x"));
    assertEquals(status, seen.status());
    assertFalse(seen.text("/error/code").isEmpty());
  }

  @Test
  void aBodyOfAnotherTypeIsUnsupported() {
    Map<String, String> headers = Map.of("Authorization", "Bearer x", "Content-Type", "text/plain");
    assertEquals(415, client.send("POST", MANY, "{'ids':['a']}", headers).status());
  }

  @Test
  void theOwnerSeesTheDatesOfAMessageAndOthersDoNot() {
    String body =
        "{'statusMessage':{'message':{'content':'Hi','contentType':'text'},'publishedDateTime':'2001-01-01T00:00:00Z',"
            + "'expiryDateTime':{'dateTime':'2099-06-01T12:00:00.1234567','timeZone':'Pacific Standard Time'}}}";
    client.post("/v1.0/me/presence/setStatusMessage", body);
    Seen own = client.get("/v1.0/users/" + fake.namedUsers().get(0) + "/presence");
    assertEquals("2099-06-01T19:00:00.1234567", own.text("/statusMessage/expiryDateTime/dateTime"));
    assertEquals("UTC", own.text("/statusMessage/expiryDateTime/timeZone"));
    assertTrue(own.text("/statusMessage/publishedDateTime").matches("20[2-9].*\\.\\d{7}Z"));
    String other = client.user();
    client.post("/v1.0/users/" + other + "/presence/setStatusMessage", body);
    Seen seen = client.get("/v1.0/users/" + other + "/presence");
    assertEquals("Hi", seen.text("/statusMessage/message/content"));
    assertEquals(1, seen.json().path("statusMessage").size());
    client.post(
        "/v1.0/me/presence/setStatusMessage", "{'statusMessage':{'message':{'content':''}}}");
    assertTrue(client.get("/v1.0/me/presence").json().path("statusMessage").isNull());
  }

  @Test
  void valuesCanBeSpelledAsOnThePages() {
    var options = FakeOptions.defaults().withUsers(5).withDialect(FakeOptions.Dialect.DOCUMENTED);
    try (PresenceFake documented = PresenceFake.start(options)) {
      var own = new FakeClient(documented.baseUrl());
      own.post("/v1.0/me/presence/setPresence", SET);
      assertEquals("busy/inACall", own.get("/v1.0/me/presence").pair());
    }
  }

  @Test
  void usersCanComeFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("users");
    Files.writeString(file, "# ours\nAAAAAAAA-0000-4000-8000-000000000001\n\n");
    try (PresenceFake small = PresenceFake.start(FakeOptions.defaults().withUsersFile(file))) {
      assertEquals(List.of("aaaaaaaa-0000-4000-8000-000000000001"), small.namedUsers());
      assertEquals(200, new FakeClient(small.baseUrl()).get("/v1.0/me/presence").status());
    }
    Files.writeString(file, "nobody\n");
    String message =
        assertThrows(
                CannotStart.class,
                () -> PresenceFake.start(FakeOptions.defaults().withUsersFile(file)))
            .getMessage();
    assertTrue(message.endsWith("'nobody' is no user id; write one GUID a line"), message);
  }

  @Test
  void aPortInUseIsToldWithTheRemedy() {
    String message =
        assertThrows(
                CannotStart.class,
                () -> PresenceFake.start(FakeOptions.defaults().withPort(fake.port())))
            .getMessage();
    assertEquals(
        "port "
            + fake.port()
            + " on 127.0.0.1 cannot be used; another process may hold it: choose another with --port, or none for a"
            + " free one",
        message);
  }
}
