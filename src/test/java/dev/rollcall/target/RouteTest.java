package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.contract.ContractRun;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Https;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The way to a fake that speaks HTTPS, wants a certificate and is behind a forward proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTest {
  /** Nobody listens there: what is answered has come through the proxy. */
  private static final String BEHIND_PROXY = "https://127.0.0.1:1";

  private static final String PASSWORD_VARIABLE = "CLIENT_PASSWORD";
  private static final String FROM_VARIABLE = "env = " + PASSWORD_VARIABLE;

  private static final List<String> CHECKS =
      List.of("getPresence.shape", "getPresencesByUserId.shape");

  @TempDir private static Path folder;

  private Keys client;
  private PresenceFake fake;

  @BeforeAll
  void start() throws Exception {
    client = Keys.made(folder, "client");
    fake =
        PresenceFake.start(
            FakeOptions.defaults().withHttps(Https.defaults().withClientCa(client.pem())));
    Files.writeString(folder.resolve("token"), "opaque");
    Files.writeString(folder.resolve("password"), Keys.PASSWORD);
  }

  @AfterAll
  void stop() {
    fake.close();
  }

  // the whole way

  @Test
  void aCheckGoesThroughTheProxyWithOurCertificateAndTheTargetIsNotOurs() throws IOException {
    try (ForwardProxy proxy = ForwardProxy.to(number -> fake.port())) {
      ContractResult result =
          check(
              BEHIND_PROXY,
              ca(),
              proxy(proxy),
              certificate("file = \"" + folder.resolve("password") + "\""));
      assertEquals(Verdict.CONFORMS, result.verdict(), result.reason());
      assertFalse(result.target().ours());
      assertTrue(result.totals().get(Outcome.PASSED) >= CHECKS.size(), result.totals().toString());
      assertEquals(Set.of("CONNECT 127.0.0.1:1"), Set.copyOf(proxy.passed()));
    }
  }

  @Test
  void aCheckWithoutTlsGoesThroughTheProxyToo() throws IOException {
    try (PresenceFake plain = PresenceFake.start(FakeOptions.defaults());
        ForwardProxy proxy = ForwardProxy.to(number -> plain.port())) {
      ContractResult result = check("http://graph.test:1", proxy(proxy));
      assertEquals(Verdict.CONFORMS, result.verdict(), result.reason());
      assertFalse(result.target().ours());
      assertTrue(
          proxy.passed().contains("GET http://graph.test:1/__admin/presence/capabilities"),
          proxy.passed().toString());
      assertTrue(
          proxy.passed().contains("GET http://graph.test:1/v1.0/me/presence"),
          proxy.passed().toString());
    }
  }

  @Test
  void whatIsExcludedIsReachedDirectlyAndThenOurs() throws IOException {
    try (ForwardProxy proxy = ForwardProxy.refusing(403);
        Target target =
            open(
                fake.baseUrl(),
                ca(),
                proxy(proxy),
                "no-proxy = [\"*.corp\", \"127.0.0.1\"]",
                certificate(FROM_VARIABLE))) {
      assertTrue(target.ours());
      assertTrue(
          target.told().stream().anyMatch(line -> line.startsWith("TLS: TLSv1.3, CN=")),
          target.told().toString());
      assertEquals(List.of(), proxy.passed());
    }
  }

  @Test
  void whatACloudLacksIsToldAndNotTried() throws IOException {
    var cloud = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloud.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    cloud.start();
    try (ForwardProxy proxy = ForwardProxy.to(number -> cloud.getAddress().getPort());
        Target target = open("http://graph.microsoft.us", proxy(proxy)).explored()) {
      assertEquals(List.of("v1.0"), target.versions());
      assertEquals(
          "the beta version, which the cloud us-gov-l4 does not serve",
          target.remedy(Capability.BETA));
      assertTrue(
          proxy.passed().stream().noneMatch(line -> line.contains("/beta/")),
          proxy.passed().toString());
    } finally {
      cloud.stop(0);
    }
  }

  // TLS

  @Test
  void anUnknownCertificateIsNamedWithTheSettingThatTrustsIt() {
    assertRefused(
        "TLS: the certificate of " + fake.baseUrl() + " is not trusted (PKIX path building failed",
        "; name the CA of the target with ca-file in targets.conf",
        fake.baseUrl(),
        certificate(FROM_VARIABLE));
  }

  @Test
  void aCertificateForAnotherHostIsNamed() throws IOException {
    try (ForwardProxy proxy = ForwardProxy.to(number -> fake.port())) {
      assertRefused(
          "TLS: the certificate is for another host than graph.test (No subject alternative",
          "; check the address",
          "https://graph.test",
          ca(),
          proxy(proxy),
          certificate(FROM_VARIABLE));
    }
  }

  @Test
  void aTargetThatWantsACertificateOfOursIsNamedWithTheSettingThatGivesIt() {
    assertRefused(
        "TLS: " + fake.baseUrl() + " wants a certificate of ours (Received fatal alert: ",
        "; name one with client-certificate in targets.conf",
        fake.baseUrl(),
        ca());
  }

  @Test
  void aCertificateThatTheTargetDoesNotTakeIsNamed() throws Exception {
    Keys other = Keys.made(folder, "other");
    assertRefused(
        "TLS: " + fake.baseUrl() + " refuses our certificate (Received fatal alert: ",
        "; check client-certificate in targets.conf",
        fake.baseUrl(),
        ca(),
        certificate(other.store(), FROM_VARIABLE));
  }

  @Test
  void aTargetWithoutTlsIsNamed() throws IOException {
    try (PresenceFake plain = PresenceFake.start(FakeOptions.defaults())) {
      String address = plain.baseUrl().replace("http:", "https:");
      assertRefused(
          "TLS: " + address + " does not speak TLS (Unrecognized SSL message",
          "; is it http:// that it serves?",
          address,
          ca());
    }
  }

  @Test
  void filesThatAreOfNoUseAreNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertInvalid(
        "ca-file " + empty + ": no certificate can be read; name a readable PEM file",
        "ca-file = \"" + empty + "\"");
    Path none = folder.resolve("none.p12");
    assertInvalid(unusable(none, "there is no such file"), certificate(none, FROM_VARIABLE));
    assertInvalid(
        unusable(client.store(), "it cannot be opened (keystore password was incorrect)"),
        certificate("file = \"" + folder.resolve("token") + "\""));
    Path trusted = client.withoutKey(folder.resolve("trusted.p12"));
    assertInvalid(unusable(trusted, "it holds no key"), certificate(trusted, FROM_VARIABLE));
  }

  private static String unusable(Path file, String why) {
    return "client-certificate "
        + file
        + ": "
        + why
        + "; name a PKCS12 file of a key and its certificate, and where its password is";
  }

  // the proxy

  @Test
  void aProxyThatRefusesIsNamedAndNotTheTarget() throws IOException {
    try (ForwardProxy proxy = ForwardProxy.refusing(403)) {
      assertRefused(
          "the proxy " + proxy.place() + " refuses to connect to 127.0.0.1",
          " (status 403); ask who runs it, or name the host in no-proxy",
          BEHIND_PROXY,
          ca(),
          proxy(proxy));
    }
  }

  @Test
  void aProxyThatWantsCredentialsIsNamed() throws IOException {
    try (ForwardProxy proxy = ForwardProxy.refusing(407)) {
      for (String address : List.of(BEHIND_PROXY, "http://graph.test")) {
        assertRefused(
            "the proxy " + proxy.place() + " wants credentials (status 407), ",
            "which Rollcall does not send; name one that does not",
            address,
            proxy(proxy));
      }
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertRefused(
        "the proxy 127.0.0.1:" + port + " does not answer",
        "; check proxy in targets.conf, or name graph.test in no-proxy",
        "https://graph.test",
        "proxy = \"http://127.0.0.1:" + port + "\"");
    assertRefused(
        "the proxy nowhere.invalid:3128 does not answer",
        "; check proxy in targets.conf, or name graph.test in no-proxy",
        "https://graph.test",
        "proxy = \"http://nowhere.invalid:3128\"");
  }

  private String ca() {
    return "ca-file = \"" + fake.certificate().orElseThrow() + "\"";
  }

  private static String proxy(ForwardProxy proxy) {
    return "proxy = \"" + proxy.address() + "\"";
  }

  private String certificate(String password) {
    return certificate(client.store(), password);
  }

  private static String certificate(Path store, String password) {
    return "client-certificate { file = \"" + store + "\", password-from { " + password + " } }";
  }

  private void assertRefused(String start, String end, String address, String... route) {
    String said = assertThrows(Unreachable.class, () -> open(address, route).close()).getMessage();
    assertTrue(said.startsWith(start) && said.endsWith(end), said);
  }

  private void assertInvalid(String message, String... route) {
    assertEquals(
        message,
        assertThrows(InvalidSetting.class, () -> open(fake.baseUrl(), route).close()).getMessage());
  }

  private static Target open(String address, String... route) throws IOException {
    return Target.open(
        Settings.of(named(address, route), Map.of(), Map.of(PASSWORD_VARIABLE, Keys.PASSWORD)));
  }

  private static ContractResult check(String address, String... route) throws IOException {
    Map<Setting, List<String>> given = new EnumMap<>(named(address, route));
    given.put(Setting.ONLY, CHECKS);
    given.put(Setting.PACE, List.of("50"));
    given.put(Setting.OUT, List.of(Files.createTempDirectory(folder, "out").toString()));
    return ContractRun.of(Settings.exactly(given)).result();
  }

  private static Map<Setting, List<String>> named(String address, String... route)
      throws IOException {
    Path file = Files.createTempDirectory(folder, "conf").resolve("targets.conf");
    Files.writeString(
        file,
        "targets { there { url = \""
            + address
            + "\", credentials { user { file = \""
            + folder.resolve("token")
            + "\" } }, route { "
            + String.join(", ", route)
            + " } } }");
    return Map.of(Setting.TARGET, List.of("there"), Setting.TARGETS_FILE, List.of(file.toString()));
  }
}
