package dev.rollcall.fake;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Callers of a fake that speaks HTTPS. */
final class TlsClients {
  private TlsClients() {}

  /** One that trusts what the fake's PEM file holds. */
  static Http trusting(PresenceFake fake) throws Exception {
    return showing(fake, TrustStore.of(List.of()), "");
  }

  /** One that shows a certificate besides. */
  static Http showing(PresenceFake fake, KeyStore own, String password) throws Exception {
    Path pem = fake.certificate().orElseThrow();
    return over(fake, TrustStore.of(Pem.read(pem)), own, password);
  }

  /** One that trusts what that store holds. */
  static Http trusting(PresenceFake fake, KeyStore trusted) throws GeneralSecurityException {
    return over(fake, trusted, TrustStore.of(List.of()), "");
  }

  private static Http over(PresenceFake fake, KeyStore trusted, KeyStore own, String password)
      throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
    return new Http(HttpClient.newBuilder().sslContext(context).build(), fake.baseUrl(), "opaque");
  }
}
