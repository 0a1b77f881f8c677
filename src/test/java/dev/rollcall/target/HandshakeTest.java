package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server says of itself, it gains no permission by it. */
class HandshakeTest {
  private static final String TRUE =
      "'rollcall':'fake','me':'11111111-1111-1111-1111-111111111111','versions':['v1.0','beta'],"
          + "'capabilities':['READ','CLOCK','LEVITATION'],'settle':'PT2S'";

  private final AtomicReference<String> said = new AtomicReference<>("");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/__admin/presence/capabilities",
        exchange -> {
          try (exchange) {
            byte[] bytes = said.get().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatAFakeSaysOfItselfIsBelieved() {
    Handshake handshake = saying("{" + TRUE + "}").orElseThrow();
    assertEquals(Set.of(Capability.READ, Capability.CLOCK), handshake.capabilities());
    assertEquals(List.of("v1.0", "beta"), handshake.versions());
    assertEquals(Duration.ofSeconds(2), handshake.settle());
  }

  @Test
  void aHundredThousandCapabilitiesAreNoMoreThanThereAre() {
    String many = "'X',".repeat(100_000) + "'WRITE'";
    Handshake handshake = saying(changed("'READ','CLOCK','LEVITATION'", many)).orElseThrow();
    assertEquals(Set.of(Capability.WRITE), handshake.capabilities());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'settle':'P9999D'",
        "'settle':'PT-1S'",
        "'settle':'soon'",
        "'settle':'PT99999999999999999999S'",
        "'settle':7",
        "'settle':null",
        "'settle':{'a':1}",
      })
  void aSettleThatNoRunCouldWaitForIsNoFakes(String settle) {
    assertEquals(Optional.empty(), saying(changed("'settle':'PT2S'", settle)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'me':{}",
        "'me':7",
        "'me':''",
        "'me':'a b'",
        "'me':'../../admin?x'",
        "'me':'1\\r\\nX-Evil: 1'",
      })
  void aUserWhoCannotStandInAPathIsNoFakes(String me) {
    assertEquals(
        Optional.empty(), saying(changed("'me':'11111111-1111-1111-1111-111111111111'", me)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fake",
        "[]",
        "{'rollcall':['fake']}",
        "{'rollcall':'fake'}",
        "{'rollcall':'fake','capabilities':'WRITE','versions':7}",
        "{'rollcall':'fake','me':'u','capabilities':[{}],'versions':['v1.0']}",
        "{'rollcall':'fake','me':'u','capabilities':{'WRITE':true},'versions':['v1.0']}",
        "{'rollcall':'fake','me':'u','capabilities':['WRITE'],'versions':[['beta']]}",
      })
  void garbageIsNoFakes(String json) {
    assertEquals(Optional.empty(), saying(json));
  }

  @Test
  void brackets() {
    assertEquals(Optional.empty(), saying("[".repeat(1_000_000)));
  }

  @Test
  void aLiarOnLoopbackIsReadOnly() {
    said.set("{'rollcall':'fake','capabilities':['WRITE','CLOCK','PERMISSIONS'],'settle':'P1Y'}");
    try (Target target = open("127.0.0.1")) {
      assertFalse(target.ours());
      assertEquals(Set.of(Capability.READ), target.capabilities());
      assertEquals(Optional.empty(), target.token("/users"));
      assertEquals(Duration.ZERO, target.settle());
    }
  }

  @Test
  void aFakeThatIsNotOnLoopbackGainsNoPermission() {
    said.set(
        "{"
            + TRUE.replace("'LEVITATION'", "'WRITE','PERMISSIONS','THROTTLE','SECOND_READER'")
            + "}");
    // This machine by a name that is not loopback.
    try (Target target = open("0.0.0.0")) {
      assertFalse(target.ours());
      assertFalse(target.capabilities().contains(Capability.WRITE));
      assertFalse(target.capabilities().contains(Capability.PERMISSIONS));
      assertFalse(target.users().mayWrite("11111111-1111-1111-1111-111111111111"));
      assertEquals(Optional.empty(), target.token("/users"));
      assertTrue(target.capabilities().contains(Capability.CLOCK), "believed for what it can do");
    }
  }

  private Target open(String host) {
    return Target.open(
        Settings.exactly(
            Map.of(
                Setting.TARGET, List.of("http://" + host + ":" + port()),
                Setting.TEST_USERS, List.of("11111111-1111-1111-1111-111111111111"))));
  }

  private Optional<Handshake> saying(String json) {
    said.set(json);
    return Handshake.with(
        new ControlPlane(ServiceRoot.parse("http://127.0.0.1:" + port()).base(), Route.USUAL));
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private static String changed(String part, String by) {
    return "{" + TRUE.replace(part, by) + "}";
  }
}
