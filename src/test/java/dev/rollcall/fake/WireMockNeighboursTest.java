package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake beside a WireMock user's own stubs. */
class WireMockNeighboursTest {
  private static final String ME = "/v1.0/me/presence";
  private static final String OWN_STUB = "22553876-f5ab-4529-bffb-cfe50aa89f87";
  private static final String FOUND = "Matched-Stub-Name";
  private static final String SET =
      "{\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}";

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().extensions(new PresenceExtension()));

  @AfterEach
  void stop() {
    server.stop();
  }

  private Http started() {
    server.start();
    return Http.to(server.baseUrl());
  }

  @Test
  void aStubOfDefaultPriorityComesFirstAndNothingElseBreaks() {
    Http http = started();
    assertEquals("Offline/Offline", http.get(ME).pair());
    server.stubFor(get(urlPathEqualTo(ME)).willReturn(okJson("{\"availability\":\"Avaliable\"}")));
    assertEquals("Avaliable/", http.get(ME).pair());
    assertEquals(200, http.post(ME + "/setPresence", SET).status());
    String me = http.admin("GET", "capabilities", "").json().path("me").asString();
    assertEquals("Busy/InACall", http.get("/v1.0/users/" + me + "/presence").pair());
    assertEquals("/", http.get("/v1.0/nothing").pair());
    server.resetAll();
    assertEquals("Busy/InACall", http.get(ME).pair());
  }

  @Test
  void theFakeOutlivesEveryReset() {
    Http http = started();
    http.post(ME + "/setPresence", SET);
    server.resetMappings();
    assertEquals("Busy/InACall", http.get(ME).pair());
    server.resetToDefaultMappings();
    assertEquals("Busy/InACall", http.get(ME).pair());
    server.resetAll();
    assertEquals("Busy/InACall", http.get(ME).pair());
    for (String call :
        new String[] {
          "POST /__admin/reset",
          "POST /__admin/mappings/reset",
          "DELETE /__admin/mappings",
          "POST /__admin/scenarios/reset",
          "DELETE /__admin/requests"
        }) {
      String[] parts = call.split(" ");
      assertEquals(200, http.send(parts[0], parts[1], "").status(), call);
      assertEquals("Busy/InACall", http.get(ME).pair(), call);
      assertEquals(404, http.get("/v1.0/nothing").status(), call);
    }
    assertEquals(1, server.getStubMappings().size());
  }

  @Test
  void scanningAloneDoesNotBringTheFakeIntoSomebodysServer() {
    WireMockServer scanning =
        new WireMockServer(options().dynamicPort().extensionScanningEnabled(true));
    scanning.start();
    try {
      assertEquals(404, Http.to(scanning.baseUrl()).get(ME).status());
    } finally {
      scanning.stop();
    }
  }

  @Test
  void theFakesOwnServerSurvivesAResetAndTakesStubs() {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults())) {
      Http http = Http.to(fake.baseUrl());
      assertEquals("Offline/Offline", http.get(ME).pair());
      assertEquals(201, http.send("POST", "/__admin/mappings", stub("Avaliable")).status());
      assertEquals("Avaliable/", http.get(ME).pair());
      assertEquals("Offline/Offline", http.get("/beta/me/presence").pair());
      assertEquals(200, http.send("POST", "/__admin/reset", "").status());
      assertEquals("Offline/Offline", http.get(ME).pair());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE /__admin/mappings/" + OWN_STUB,
        "POST /__admin/mappings/remove",
        "DELETE /__admin/mappings",
        "POST /__admin/mappings/reset",
        "POST /__admin/reset",
      })
  void aStubInTheFakesOwnServerAnswersUntilItIsGone(String removal) {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults())) {
      Http http = Http.to(fake.baseUrl());
      assertEquals(200, http.send("POST", "/__admin/mappings/import", imported()).status());
      assertEquals("Imported/", http.get(ME).pair());
      assertEquals(200, http.send("PUT", "/__admin/mappings/" + OWN_STUB, stub("Edited")).status());
      assertEquals("Edited/", http.get(ME).pair());
      String[] call = removal.split(" ");
      assertEquals(
          200, http.send(call[0], call[1], call[0].equals("POST") ? stub("") : "").status());
      Reply reply = http.get(ME);
      assertEquals("Offline/Offline", reply.pair());
      assertEquals("(none)", reply.header(FOUND));
    }
  }

  @Test
  void theStubThatLeadsToTheFakeCanBeChangedAndTakenAway() {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults())) {
      Http http = Http.to(fake.baseUrl());
      String id = http.send("GET", "/__admin/mappings", "").json().at("/mappings/0/id").asString();
      assertEquals(200, http.send("PUT", "/__admin/mappings/" + id, stub("Edited")).status());
      assertEquals("Edited/", http.get(ME).pair());
      assertEquals(200, http.send("POST", "/__admin/mappings/reset", "").status());
      assertEquals("Offline/Offline", http.get(ME).pair());
      assertEquals(200, http.send("DELETE", "/__admin/mappings/" + id, "").status());
      assertEquals(404, http.get(ME).status());
      assertEquals(200, http.send("POST", "/__admin/mappings/reset", "").status());
      assertEquals("Offline/Offline", http.get(ME).pair());
    }
  }

  // WireMock names the stub that it found.
  @Test
  void theFakesOwnServerLooksForStubsOnlyIfSomebodyMadeOne() {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults())) {
      Http http = Http.to(fake.baseUrl());
      assertEquals("(none)", http.get(ME).header(FOUND));
      http.send("POST", "/__admin/mappings", stub("Avaliable"));
      assertEquals("rollcall-graph", http.get("/beta/me/presence").header(FOUND));
      http.send("POST", "/__admin/mappings/reset", "");
      assertEquals("(none)", http.get(ME).header(FOUND));
    }
  }

  @Test
  void somebodysServerSeesTheStubOfEveryRequest() {
    Http http = started();
    assertEquals("rollcall-graph", http.get(ME).header(FOUND));
    assertEquals(
        "rollcall-graph",
        http.send("GET", "/__admin/requests", "")
            .json()
            .at("/requests/0/stubMapping/name")
            .asString());
  }

  private static String stub(String availability) {
    return """
        {"id":"%s","request":{"method":"GET","urlPath":"%s"},
         "response":{"jsonBody":{"availability":"%s"}}}"""
        .formatted(OWN_STUB, ME, availability);
  }

  private static String imported() {
    return "{\"mappings\":[" + stub("Imported") + "]}";
  }
}
