package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certification authority of a test's own, made by the JDK's keytool. */
public final class TestAuthority {
  /** Of every key store made here. */
  public static final String PASSWORD = "of-no-account";

  private static final String TYPE = "PKCS12";
  private static final String ALIAS = "authority";

  private final Path folder;

  private TestAuthority(Path folder) {
    this.folder = folder;
  }

  /** A new one, whose key and {@code ca.pem} lie in that folder. */
  public static TestAuthority in(Path folder) throws IOException {
    TestAuthority authority = new TestAuthority(Files.createDirectories(folder));
    authority.keytool(ALIAS, List.of("-dname", "CN=Authority", "-ext", "bc=ca:true"));
    byte[] certificate = authority.certificate();
    Files.writeString(
        authority.pem(),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n");
    return authority;
  }

  private byte[] certificate() throws IOException {
    try {
      return store().getCertificate(ALIAS).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Its certificate. */
  public Path pem() {
    return folder.resolve("ca.pem");
  }

  /** A new key whose certificate it signs, and nothing of its own key. */
  public KeyStore signs(String name, String... options) throws IOException {
    List<String> more = new ArrayList<>(List.of("-dname", "CN=" + name, "-signer", ALIAS));
    more.addAll(List.of(options));
    keytool(name, more);
    try {
      KeyStore store = store();
      store.deleteEntry(ALIAS);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** The same for a server on this machine's loopback. */
  public KeyStore signsServer() throws IOException {
    return signs("server", "-ext", "san=dns:localhost,ip:127.0.0.1", "-ext", "eku=serverAuth");
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file().toFile(), PASSWORD.toCharArray());
  }

  private Path file() {
    return folder.resolve("authority.p12");
  }

  private void keytool(String alias, List<String> options) throws IOException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(program.toString(), "-genkeypair"));
    command.add("-J-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-storetype", TYPE, "-keystore", file().toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    command.addAll(options);
    Path said = folder.resolve("keytool.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("keytool made no key: " + Files.readString(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
