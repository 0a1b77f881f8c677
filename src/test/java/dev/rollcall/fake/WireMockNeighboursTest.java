package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake beside a WireMock user's own stubs. */
class WireMockNeighboursTest {
  private static final String ME = "/v1.0/me/presence";
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
      String stub =
          "{\"request\":{\"method\":\"GET\",\"urlPath\":\"/v1.0/me/presence\"},"
              + "\"response\":{\"jsonBody\":{\"availability\":\"Avaliable\"}}}";
      assertEquals(201, http.send("POST", "/__admin/mappings", stub).status());
      assertEquals("Avaliable/", http.get(ME).pair());
      assertEquals(200, http.send("POST", "/__admin/reset", "").status());
      assertEquals("Offline/Offline", http.get(ME).pair());
    }
  }
}
