package dev.rollcall.contract.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Https;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.target.ForwardProxy;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a proxy does once a run is under way is not taken for an answer of the target. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
class ProxiedWireTest {
  private static final Bounds TIGHT = new Bounds(Duration.ofMillis(300), 10_000, 3);
  private static final Call READ = Call.of("getPresence", "GET", "/me/presence");

  @TempDir private static Path folder;

  private PresenceFake fake;

  @BeforeAll
  void start() {
    fake = PresenceFake.start(FakeOptions.defaults().withHttps(Https.defaults()));
  }

  @AfterAll
  void stop() {
    fake.close();
  }

  @Test
  void aRefusalToConnectIsNoAnswer() throws IOException {
    for (int status : List.of(403, 407)) {
      AtomicInteger leads = new AtomicInteger(fake.port());
      try (ForwardProxy proxy = ForwardProxy.to(number -> leads.get());
          Target target = open(proxy)) {
        leads.set(-status);
        assertEquals(
            "GET /me/presence: the proxy "
                + proxy.place()
                + (status == 407
                    ? " wants credentials (status 407), which Rollcall does not send; name one that does not"
                    : " refuses to connect to 127.0.0.1 (status 403); ask who runs it, or name the host in"
                        + " no-proxy"),
            unanswered(target, Bounds.USUAL));
      }
    }
  }

  @Test
  void aHandshakeThatHangsInATunnelEndsAtTheDeadline() throws IOException {
    AtomicInteger leads = new AtomicInteger(fake.port());
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ForwardProxy proxy = ForwardProxy.to(number -> leads.get());
        Target target = open(proxy)) {
      leads.set(silent.getLocalPort());
      assertEquals("GET /me/presence: no whole answer within 0.3 s", unanswered(target, TIGHT));
    }
  }

  @Test
  void anotherServerInTheTunnelIsNotTrusted() throws IOException {
    AtomicInteger leads = new AtomicInteger(fake.port());
    try (PresenceFake impostor =
            PresenceFake.start(FakeOptions.defaults().withHttps(Https.defaults()));
        ForwardProxy proxy = ForwardProxy.to(number -> leads.get());
        Target target = open(proxy)) {
      leads.set(impostor.port());
      String said = unanswered(target, Bounds.USUAL);
      assertEquals(
          "GET /me/presence: TLS: the certificate of https://127.0.0.1:1 is not trusted",
          said.substring(0, said.indexOf(" (")));
    }
  }

  private static String unanswered(Target target, Bounds bounds) {
    try (Wire wire = new Wire(target, "v1.0", bounds)) {
      return assertThrows(
              NoAnswer.class, () -> wire.send(READ, (answer, exchange) -> {}, exchange -> {}))
          .getMessage();
    }
  }

  private Target open(ForwardProxy proxy) throws IOException {
    Path file = Files.createTempDirectory(folder, "conf").resolve("targets.conf");
    Files.writeString(
        file,
        "targets { there { url = \"https://127.0.0.1:1\", route { ca-file = \""
            + fake.certificate().orElseThrow()
            + "\", proxy = \""
            + proxy.address()
            + "\" } } }");
    return Target.open(
        Settings.exactly(
            Map.of(
                Setting.TARGET, List.of("there"), Setting.TARGETS_FILE, List.of(file.toString()))));
  }
}
