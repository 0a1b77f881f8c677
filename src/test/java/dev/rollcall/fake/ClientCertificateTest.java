package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A fake that asks its clients for a certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCertificateTest {
  private static final String ME = "/v1.0/me/presence";

  @TempDir private static Path folder;

  private KeyStore clients;
  private PresenceFake fake;

  @BeforeAll
  void start() throws Exception {
    TestAuthority authority = TestAuthority.in(folder.resolve("authority"));
    clients = authority.signs("client");
    fake =
        PresenceFake.start(
            FakeOptions.defaults().withHttps(Https.defaults().withClientCa(authority.pem())));
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
    Http http = TlsClients.showing(fake, clients, TestAuthority.PASSWORD);
    assertEquals("Offline/Offline", http.get(ME).pair());
  }

  @Test
  void aClientWithoutOneIsNotServed() throws Exception {
    assertBrokenOff(TlsClients.trusting(fake));
  }

  @Test
  void anotherAuthorityOfTheSameNameIsNotTrusted() throws Exception {
    KeyStore others = TestAuthority.in(folder.resolve("other")).signs("client");
    assertBrokenOff(TlsClients.showing(fake, others, TestAuthority.PASSWORD));
  }
}
