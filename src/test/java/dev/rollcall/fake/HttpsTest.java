package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.call.GraphOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The fake over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsTest {
  private static final String ME = "/v1.0/me/presence";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PresenceFake fake =
      PresenceFake.start(FakeOptions.defaults().withHttps(Https.defaults()));

  @AfterAll
  void stop() {
    fake.close();
  }

  private X509Certificate certificate() throws Exception {
    List<X509Certificate> found = Pem.read(fake.certificate().orElseThrow());
    assertEquals(1, found.size());
    return found.get(0);
  }

  @Test
  void whoTrustsTheCertificateIsAnswered() throws Exception {
    assertEquals("https://127.0.0.1:" + fake.port(), fake.baseUrl());
    assertEquals("Offline/Offline", TlsClients.trusting(fake).get(ME).pair());
  }

  @Test
  void theControlPlaneIsOnTheSamePort() throws Exception {
    Reply reply = TlsClients.trusting(fake).admin("GET", "capabilities", "");
    assertEquals("fake", reply.json().path("rollcall").asString());
  }

  @Test
  void aJavaClientTakesTheTrustStore() throws Exception {
    Http http = TlsClients.trusting(fake, fake.trustStore().orElseThrow());
    assertEquals(200, http.get(ME).status());
  }

  @Test
  void whoDoesNotTrustItBreaksOff() {
    assertThrows(
        SSLHandshakeException.class,
        () -> Http.to(fake.baseUrl()).attempt(PATIENCE, "GET", ME, ""));
  }

  @Test
  void plainHttpIsNotServed() {
    Http plain = Http.to(fake.baseUrl().replace("https:", "http:"));
    assertThrows(IOException.class, () -> plain.attempt(PATIENCE, "GET", ME, ""));
  }

  @Test
  void theCertificateIsForLoopbackAndForSomeMonths() throws Exception {
    X509Certificate certificate = certificate();
    Set<Object> names =
        certificate.getSubjectAlternativeNames().stream()
            .map(name -> name.get(1))
            .collect(Collectors.toSet());
    assertEquals(Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"), names);
    Instant now = Instant.now();
    certificate.checkValidity();
    assertTrue(certificate.getNotBefore().toInstant().isBefore(now.minus(1, ChronoUnit.HOURS)));
    assertTrue(certificate.getNotAfter().toInstant().isBefore(now.plus(90, ChronoUnit.DAYS)));
  }

  @Test
  void aFakeThatListensEverywhereIsTrustedUnderEveryAddressOfItsMachine() throws Exception {
    try (PresenceFake everywhere =
        PresenceFake.start(
            FakeOptions.defaults().withBindAddress("0.0.0.0").withHttps(Https.defaults()))) {
      X509Certificate shown = Pem.read(everywhere.certificate().orElseThrow()).get(0);
      Set<String> names = new HashSet<>();
      for (List<?> each : shown.getSubjectAlternativeNames()) {
        names.add((each.get(0).equals(2) ? "dns:" : "ip:") + each.get(1));
      }
      assertTrue(names.containsAll(Set.of("dns:localhost", "ip:127.0.0.1")), names::toString);
      Machine machine = Machine.here();
      assertTrue(names.containsAll(machine.alternativeNames()), names::toString);
      assertFalse(machine.addresses().isEmpty());
    }
  }

  @Test
  void wireFaultsBreakTheConnection() throws Exception {
    Http http = TlsClients.trusting(fake);
    Probe batch = Probe.success(GraphOperation.GET_PRESENCES_BY_USER_ID, fake.namedUsers());
    String[] headers = batch.headers().toArray(String[]::new);
    for (String fault : List.of("reset", "empty", "garbage", "truncated")) {
      http.faults("getPresencesByUserId-" + fault);
      assertThrows(
          IOException.class,
          () -> http.attempt(PATIENCE, batch.method(), batch.path(), batch.body(), headers),
          fault);
    }
    http.faults();
    assertEquals(200, batch.sentOver(http).status());
  }

  @Test
  void aFolderOfItsOwnIsGoneAfterwards() {
    PresenceFake other = PresenceFake.start(FakeOptions.defaults().withHttps(Https.defaults()));
    Path own = other.certificate().orElseThrow().getParent();
    assertTrue(Files.exists(own));
    other.close();
    assertFalse(Files.exists(own));
    other.close();
  }

  @Test
  void theNamedFileOfAnEarlierFakeIsReplacedAndStays(@TempDir Path folder) throws Exception {
    Path pem = Files.copy(fake.certificate().orElseThrow(), folder.resolve("fake.pem"));
    try (PresenceFake next =
        PresenceFake.start(
            FakeOptions.defaults().withHttps(Https.defaults().withCertificate(pem)))) {
      assertEquals(Optional.of(pem), next.certificate());
      assertEquals(200, TlsClients.trusting(next).get(ME).status());
    }
    assertNotEquals(certificate(), Pem.read(pem).get(0));
  }

  @Test
  void aFakeThatFindsItsPortInUseLeavesTheFileOfTheOther(@TempDir Path folder) throws Exception {
    Path pem = Files.copy(fake.certificate().orElseThrow(), folder.resolve("fake.pem"));
    FakeOptions options =
        FakeOptions.defaults()
            .withPort(fake.port())
            .withHttps(Https.defaults().withCertificate(pem));
    String said = assertThrows(CannotStart.class, () -> PresenceFake.start(options)).getMessage();
    assertTrue(said.startsWith("cannot listen on 127.0.0.1:" + fake.port() + ": "), said);
    assertArrayEquals(
        Files.readAllBytes(fake.certificate().orElseThrow()), Files.readAllBytes(pem));
  }

  @Test
  void plainHttpHasNoCertificate() {
    try (PresenceFake plain = PresenceFake.start(FakeOptions.defaults())) {
      assertEquals(Optional.empty(), plain.certificate());
      assertEquals(Optional.empty(), plain.trustStore());
    }
  }
}
