package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The fake as somebody meets it who knows WireMock: own stubs, resets, an own server, the control
 * plane.
 */
class WireMockTest {
  private static PresenceFake fake;
  private static FakeClient client;

  @BeforeAll
  static void start() {
    fake = PresenceFake.start(FakeOptions.defaults().withUsers(5));
    client = new FakeClient(fake.baseUrl());
  }

  @AfterAll
  static void stop() {
    fake.close();
  }

  @Test
  void aUsersStubWinsAndAResetBringsTheFakeBack() {
    String id =
        client
            .post(
                "/__admin/mappings",
                "{'request':{'url':'/v1.0/me/presence'},'response':{'status':418}}")
            .text("/id");
    assertFalse(id.isEmpty());
    assertEquals(418, client.get("/v1.0/me/presence").status());
    assertEquals(200, client.get("/v1.0/users/" + fake.namedUsers().get(0) + "/presence").status());
    client.post("/__admin/mappings/reset", "");
    assertEquals(200, client.get("/v1.0/me/presence").status());
    client.post("/__admin/reset", "");
    assertEquals(200, client.get("/v1.0/me/presence").status());
    client.send("DELETE", "/__admin/mappings", null, Map.of());
    client.post("/__admin/mappings/reset", "");
    assertEquals(200, client.get("/v1.0/me/presence").status());
  }

  @Test
  void aServerOfOnesOwnCanTakeTheExtension() {
    var server =
        new WireMockServer(
            WireMockConfiguration.options().dynamicPort().extensions(new PresenceExtension()));
    server.start();
    try {
      var own = new FakeClient(server.baseUrl());
      server.stubFor(WireMock.get("/hello").willReturn(WireMock.ok("world")));
      assertEquals("world", own.get("/hello").body());
      assertEquals(200, own.get("/v1.0/me/presence").status());
      server.resetAll();
      assertEquals(200, own.get("/v1.0/me/presence").status());
    } finally {
      server.stop();
    }
  }

  @Test
  void theClockNeverGoesBack() {
    Instant now = Instant.parse(client.get("/__admin/presence/clock").text("/now"));
    assertEquals(
        400,
        client.post("/__admin/presence/clock", "{'now':'" + now.minusSeconds(1) + "'}").status());
    assertEquals(400, client.post("/__admin/presence/clock", "{'advance':'-PT1S'}").status());
    assertEquals(400, client.post("/__admin/presence/clock", "{'advance':'soon'}").status());
    assertEquals(400, client.post("/__admin/presence/clock", "{").status());
    client.post("/__admin/presence/clock", "{'now':'" + now.plusSeconds(3600) + "'}");
    client.post("/__admin/presence/reset", "");
    Instant later = Instant.parse(client.get("/__admin/presence/clock").text("/now"));
    assertFalse(later.isBefore(now.plusSeconds(3600)));
  }

  @Test
  void namedUsersStayAndMadeOnesGo() {
    String made = client.user();
    String named = fake.namedUsers().get(4);
    Map<String, String> none = Map.of();
    assertEquals(
        400,
        client
            .send("DELETE", "/__admin/presence/users", "{'users':['" + named + "']}", none)
            .status());
    client.send("DELETE", "/__admin/presence/users", "{'users':['" + made + "']}", none);
    assertEquals(404, client.get("/v1.0/users/" + made + "/presence").status());
  }
}
