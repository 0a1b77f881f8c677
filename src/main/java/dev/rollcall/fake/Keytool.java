package dev.rollcall.fake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's maker of keys, as a process of its own: no public class of Java signs a certificate.
 *
 * @param patience how long it may take
 */
record Keytool(Path program, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSWORD = "ROLLCALL_STORE_PASSWORD";

  /** That of the Java that runs this. */
  static Keytool ofThisJava() {
    return new Keytool(Path.of(System.getProperty("java.home"), "bin", "keytool"), PATIENCE);
  }

  /**
   * Adds a new key and its certificate to a PKCS12 key store, which is made if there is none.
   *
   * @param options what the certificate says
   * @throws CannotStart if there is no keytool, it fails, or takes too long
   */
  void makeKey(Path store, String password, String alias, List<String> options) {
    List<String> command = new ArrayList<>();
    // Halves the time that it takes.
    command.addAll(List.of(program.toString(), "-J-XX:TieredStopAtLevel=1", "-genkeypair"));
    command.addAll(List.of("-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-storetype", TrustStore.TYPE, "-keystore", store.toString()));
    // In the environment, since arguments are visible to everybody on the machine.
    command.addAll(List.of("-storepass:env", PASSWORD));
    command.addAll(options);
    Path said = store.resolveSibling("keytool.txt");
    await(started(command, password, said), said);
  }

  private Process started(List<String> command, String password, Path said) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put(PASSWORD, password);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new CannotStart(
          program
              + " cannot be run to make a certificate; start with a complete Java or without HTTPS",
          e);
    }
  }

  private void await(Process process, Path said) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CannotStart(
            program
                + " made no certificate within "
                + patience
                + "; start again when the machine is less busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("interrupted while a certificate was made; start again", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new CannotStart(
          program + " made no certificate: " + oneLine(said) + "; check the address to listen on");
    }
  }

  private static String oneLine(Path said) {
    try {
      String text = new String(Files.readAllBytes(said), Charset.defaultCharset());
      return text.strip().replaceAll("\\s+", " ");
    } catch (IOException e) {
      return "it said nothing that can be read (" + e.getMessage() + ")";
    }
  }
}
