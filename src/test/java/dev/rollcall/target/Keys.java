package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and its self-signed certificate, as the JDK's keytool makes them.
 *
 * @param store PKCS12
 * @param pem the certificate alone
 */
public record Keys(Path store, Path pem) {
  public static final String PASSWORD = "of-no-account";
  private static final String ALIAS = "own";

  /**
   * @param options what the certificate says, such as {@code -ext san=dns:localhost}
   */
  public static Keys made(Path folder, String name, String... options)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-alias", ALIAS, "-dname", "CN=" + name, "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    byte[] certificate =
        KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray())
            .getCertificate(ALIAS)
            .getEncoded();
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n";
    return new Keys(store, Files.writeString(folder.resolve(name + ".pem"), pem));
  }

  /** A file of the certificate alone. */
  Path withoutKey(Path file) throws IOException, GeneralSecurityException {
    KeyStore from = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyStore to = KeyStore.getInstance("PKCS12");
    to.load(null, null);
    to.setCertificateEntry(ALIAS, from.getCertificate(ALIAS));
    try (OutputStream out = Files.newOutputStream(file)) {
      to.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** TLS of a server that shows this certificate. */
  public SSLContext server() throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
