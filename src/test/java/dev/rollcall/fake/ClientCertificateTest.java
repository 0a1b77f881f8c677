package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A fake that asks its clients for a certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCertificateTest {
  private static final String ME = "/v1.0/me/presence";
  private static final String PASSWORD = "of-no-account";
  private static final List<String> AUTHORITY =
      List.of("-dname", "CN=Authority", "-ext", "bc=ca:true");

  @TempDir private static Path folder;

  private final Keytool keytool = Keytool.ofThisJava();
  private KeyStore clients;
  private PresenceFake fake;

  @BeforeAll
  void start() throws Exception {
    Path store = folder.resolve("authority.p12");
    keytool.makeKey(store, PASSWORD, "authority", AUTHORITY);
    clients = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Path pem = folder.resolve("authority.pem");
    Files.writeString(pem, Pem.of((X509Certificate) clients.getCertificate("authority")));
    keytool.makeKey(
        store, PASSWORD, "client", List.of("-dname", "CN=Client", "-signer", "authority"));
    clients = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    clients.deleteEntry("authority");
    fake = PresenceFake.start(FakeOptions.defaults().withHttps(Https.defaults().withClientCa(pem)));
  }

  @AfterAll
  void stop() {
    fake.close();
  }

  private static void assertBrokenOff(Http http) {
    assertThrows(IOException.class, () -> http.attempt(Duration.ofSeconds(5), "GET", ME, ""));
  }

  @Test
  void aCertificateOfTheAuthorityLetsAClientIn() throws Exception {
    Http http = TlsClients.showing(fake, clients, PASSWORD);
    assertEquals("Offline/Offline", http.get(ME).pair());
  }

  @Test
  void aClientWithoutOneIsNotServed() throws Exception {
    assertBrokenOff(TlsClients.trusting(fake));
  }

  @Test
  void anotherAuthorityOfTheSameNameIsNotTrusted() throws Exception {
    Path store = folder.resolve("other.p12");
    keytool.makeKey(store, PASSWORD, "other", AUTHORITY);
    KeyStore others = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    assertBrokenOff(TlsClients.showing(fake, others, PASSWORD));
  }
}
