package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/** What a server needs to speak TLS; its key lies in a folder that is gone once this is closed. */
final class Tls implements AutoCloseable {
  private static final String ALIAS = "fake";
  private static final String DAYS = "90";
  private static final int PASSWORD_BYTES = 16;

  private final Https https;
  private final PrivateFolder folder = PrivateFolder.made();
  private final String password = newPassword();

  private Tls(Https https) {
    this.https = https;
  }

  /**
   * Makes the key and its certificate.
   *
   * @throws CannotStart if a file is not what it has to be, or keytool does not do its work
   */
  static Tls of(Https https, BindAddress address, Keytool keytool) {
    Tls tls = new Tls(https);
    try {
      tls.certificateFile().requireReplaceable();
      https.clientCa().ifPresent(tls::trustClientsOf);
      keytool.makeKey(tls.keys(), tls.password, ALIAS, certificateFor(address));
      return tls;
    } catch (RuntimeException e) {
      tls.close();
      throw e;
    }
  }

  private static List<String> certificateFor(BindAddress address) {
    return List.of(
        "-dname",
        CertificateFile.SUBJECT,
        "-ext",
        "san=" + String.join(",", address.alternativeNames(Machine::here)),
        // Apple's systems ask for it.
        "-ext",
        "eku=serverAuth",
        // The clocks of other machines may be behind.
        "-startdate",
        "-1d",
        "-validity",
        DAYS);
  }

  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private void trustClientsOf(Path clientCa) {
    try (OutputStream out = Files.newOutputStream(clients())) {
      TrustStore.of(authorities(clientCa)).store(out, password.toCharArray());
    } catch (GeneralSecurityException | IOException e) {
      throw new CannotStart(
          "the trust store for clients cannot be written: " + e.getMessage() + "; start again", e);
    }
  }

  private static List<X509Certificate> authorities(Path clientCa) {
    try {
      List<X509Certificate> found = Pem.read(clientCa);
      if (found.isEmpty()) {
        throw new CertificateException("empty");
      }
      return found;
    } catch (CertificateException e) {
      throw new CannotStart(
          "client CA " + clientCa + " holds no certificates; give a PEM file of them", e);
    } catch (IOException e) {
      throw new CannotStart(
          "client CA " + clientCa + " cannot be read; check its path and permissions", e);
    }
  }

  /** Makes a server listen for HTTPS on that port, and for nothing else. */
  void configure(WireMockConfiguration server, int port) {
    server
        .httpDisabled(true)
        .httpsPort(port)
        // Over HTTP/2 an answer cut short passes for a whole one: that wire fault would be none.
        .http2TlsDisabled(true)
        .keystorePath(keys().toString())
        .keystoreType(TrustStore.TYPE)
        .keystorePassword(password)
        .keyManagerPassword(password);
    if (https.clientCa().isPresent()) {
      server
          .needClientAuth(true)
          .trustStorePath(clients().toString())
          .trustStoreType(TrustStore.TYPE)
          .trustStorePassword(password);
    }
  }

  /**
   * Writes the certificate to its file. Not before the server listens: another fake may be on that
   * port, and the file its own.
   */
  void publish() {
    certificateFile().write(certificate());
  }

  Path certificatePath() {
    return https.certificate().orElseGet(() -> folder.file("certificate.pem"));
  }

  KeyStore trustStore() {
    return TrustStore.of(List.of(certificate()));
  }

  private CertificateFile certificateFile() {
    return new CertificateFile(certificatePath());
  }

  private X509Certificate certificate() {
    try {
      KeyStore store = KeyStore.getInstance(keys().toFile(), password.toCharArray());
      return (X509Certificate) store.getCertificate(ALIAS);
    } catch (GeneralSecurityException | IOException e) {
      throw new CannotStart(
          "the key store that keytool made cannot be read: " + e.getMessage() + "; start again", e);
    }
  }

  private Path keys() {
    return folder.file("keys.p12");
  }

  private Path clients() {
    return folder.file("clients.p12");
  }

  @Override
  public void close() {
    folder.close();
  }
}
