package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps a fake from its certificate is one sentence, and leaves nothing behind. */
class TlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private Path script(String body) throws IOException {
    Path script = folder.resolve("keytool");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private static String refusal(Https https, Path keytool, Duration patience) {
    return assertThrows(
            CannotStart.class,
            () ->
                Tls.of(https, new BindAddress("127.0.0.1"), new Keytool(keytool, patience)).close())
        .getMessage();
  }

  private String refusal(Https https) {
    return refusal(https, folder.resolve("not-reached"), PATIENCE);
  }

  @Test
  void aMissingKeytoolIsNamed() {
    Path none = folder.resolve("keytool");
    assertEquals(
        none + " cannot be run to make a certificate; start with a complete Java or without HTTPS",
        refusal(Https.defaults(), none, PATIENCE));
  }

  @Test
  void whatAFailingKeytoolSaysIsRepeatedAndItsFolderIsRemoved() throws IOException {
    Path failing = script("echo keytool error: no; echo \"$@\"; exit 1");
    String said = refusal(Https.defaults(), failing, PATIENCE);
    assertTrue(said.startsWith(failing + " made no certificate: keytool error: no "), said);
    assertTrue(said.endsWith("; check the address to listen on"), said);
    Matcher store = Pattern.compile("-keystore (\\S+)").matcher(said);
    assertTrue(store.find(), said);
    assertFalse(Files.exists(Path.of(store.group(1)).getParent()));
  }

  @Test
  void aHangingKeytoolIsEnded() throws IOException {
    Path hanging = script("exec sleep 60");
    assertEquals(
        hanging + " made no certificate within PT0.05S; start again when the machine is less busy",
        refusal(Https.defaults(), hanging, Duration.ofMillis(50)));
  }

  @Test
  void thePasswordIsNoArgument() throws IOException {
    Path failing = script("test -n \"$ROLLCALL_STORE_PASSWORD\" && echo \"$@\"; exit 1");
    String said = refusal(Https.defaults(), failing, PATIENCE);
    assertTrue(said.contains("-storepass:env ROLLCALL_STORE_PASSWORD "), said);
  }

  @Test
  void somebodysOwnCertificateFileIsNotWrittenOver() throws IOException {
    Path own = Files.writeString(folder.resolve("server.pem"), "precious");
    assertEquals(
        "certificate file "
            + own
            + " holds something that no fake has written; name another file to write to",
        refusal(Https.defaults().withCertificate(own)));
    assertEquals("precious", Files.readString(own));
  }

  @Test
  void anEmptyFileMayHoldTheCertificate() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    new CertificateFile(empty).requireReplaceable();
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    Path nowhere = folder.resolve("none").resolve("fake.pem");
    FakeOptions options =
        FakeOptions.defaults().withHttps(Https.defaults().withCertificate(nowhere));
    assertEquals(
        "certificate file " + nowhere + " cannot be written; name a file in a folder that exists",
        assertThrows(CannotStart.class, () -> PresenceFake.start(options).close()).getMessage());
  }

  @Test
  void aClientCaWithoutCertificatesIsNamed() throws IOException {
    Path ca = folder.resolve("ca.pem");
    Https https = Https.defaults().withClientCa(ca);
    assertEquals(
        "client CA " + ca + " cannot be read; check its path and permissions", refusal(https));
    String none = "client CA " + ca + " holds no certificates; give a PEM file of them";
    Files.writeString(ca, "");
    assertEquals(none, refusal(https));
    Files.writeString(ca, "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
    assertEquals(none, refusal(https));
  }
}
