package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Guid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {
  private static final String NOBODY = "00000000-0000-4000-8000-00000000dead";

  private final PresenceFake fake =
      PresenceFake.start(
          FakeOptions.defaults()
              .withClock(InstantSource.fixed(Instant.parse("2027-03-04T05:06:07.089Z"))));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  /** Every operation on every path, with a place for the user id. */
  static Stream<String> operations() {
    List<String> presences =
        List.of(
            "/v1.0/me/presence",
            "/v1.0/users/{id}/presence",
            "/v1.0/communications/presences/{id}");
    return Stream.concat(
        Stream.of("POST /v1.0/communications/getPresencesByUserId", "POST /v1.0/$batch"),
        presences.stream()
            .flatMap(
                path ->
                    GraphOperation.all()
                        .filter(GraphOperation::namesUser)
                        .map(
                            each ->
                                each.reads()
                                    ? "GET " + path
                                    : "POST " + path + "/" + each.text())));
  }

  private Reply call(String operation, String id, String... headers) {
    String[] parts = operation.replace("{id}", id).split(" ");
    String body = parts[0].equals("POST") ? "{}" : "";
    return http.send(parts[0], parts[1], body, headers);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void withoutABearerTokenEverythingIs401(String operation) {
    String me = fake.namedUsers().get(0);
    for (String[] headers :
        new String[][] {
          {}, {"Authorization", "Basic eDp5"}, {"Authorization", "Bearer "}, {"Authorization", "x"}
        }) {
      Reply reply = call(operation, me, headers);
      assertEquals(401, reply.status());
      assertEquals("InvalidAuthenticationToken", reply.code());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anUnknownUserIs404AndAMalformedId400(String operation) {
    if (operation.contains("{id}")) {
      Reply unknown = call(operation, NOBODY, "Authorization", "Bearer x");
      assertEquals(404, unknown.status());
      assertEquals("NotFound", unknown.code());
      Reply malformed = call(operation, "anna@example.com", "Authorization", "Bearer x");
      assertEquals(400, malformed.status());
      assertEquals("InvalidArgument", malformed.code());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anotherMethodIs405AndNamesTheRightOne(String operation) {
    String other = operation.replace("GET ", "PATCH ").replace("POST ", "GET ");
    Reply reply = call(other, fake.namedUsers().get(0), "Authorization", "Bearer x");
    assertEquals(405, reply.status());
    assertEquals(operation.substring(0, operation.indexOf(' ')), reply.header("Allow"));
    assertEquals("Request_BadRequest", reply.code());
  }

  @Test
  void theEnvelopeCarriesIdsAndTime() {
    Reply reply =
        http.send(
            "GET",
            "/v1.0/users/" + NOBODY + "/presence",
            "",
            "Authorization",
            "Bearer x",
            "client-request-id",
            "mine \"1\"");
    JsonNode error = reply.json().path("error");
    assertEquals(List.of("code", "message", "innerError"), List.copyOf(error.propertyNames()));
    JsonNode inner = error.path("innerError");
    assertEquals("2027-03-04T05:06:07", inner.path("date").asString());
    assertEquals(reply.header("request-id"), inner.path("request-id").asString());
    assertTrue(Guid.of(reply.header("request-id")).isPresent());
    assertEquals("mine \"1\"", inner.path("client-request-id").asString());
    assertEquals("mine \"1\"", reply.header("client-request-id"));
    assertEquals("application/json", reply.header("Content-Type"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1.0",
    "GET, /v1.0/",
    "GET, /beta/me/presence/setMood",
    "GET, /v1.0/users//presence",
    "POST, /v1.0/me/presence/setpresence",
    "POST, /v1.0/me/presence/setPresence/",
    "GET, /v1.0/communications/presences/",
    "GET, /v1.0/Me/presence",
    "DELETE, /v1.0/subscriptions",
    "GET, /v1.0/me/presence/",
    "POST, /v1.0/users/a/b/presence/setPresence",
    "POST, /v1.0/$batch/",
    "POST, /v1.0/me/presence/batch"
  })
  void otherPathsBelowTheRootsAre404InTheEnvelope(String method, String path) {
    assertEquals(401, http.send(method, path, "").status());
    Reply reply = http.send(method, path, "", "Authorization", "Bearer x");
    assertEquals(404, reply.status());
    assertEquals("NotFound", reply.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1", "/v1.01/me/presence", "/me/presence", "/betamax"})
  void outsideWireMocksOwnPageStays(String path) {
    Reply reply = http.get(path);
    assertEquals(404, reply.status());
    assertTrue(reply.text().contains("Request was not matched"), reply::text);
  }

  @Test
  void aQueryIsIgnored() {
    assertEquals(200, http.get("/v1.0/me/presence?$select=availability").status());
  }
}
