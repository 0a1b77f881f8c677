package dev.rollcall.cli;

import com.typesafe.config.ConfigFactory;
import dev.rollcall.target.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells Gatling whose certificates are trusted and which one is ours: it takes them from files that
 * properties name, and from nowhere else. Properties and files are gone when this is closed.
 */
final class GatlingTls implements AutoCloseable {
  private static final String TRUST = "gatling.ssl.trustStore.";

  /** As the JDK names it; the "p12" that Gatling's own settings suggest is not known to it. */
  private static final String TYPE = "PKCS12";

  private static final String KEYS = "gatling.ssl.keyStore.";

  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Optional<Path> trustFile;

  private GatlingTls(Route route) {
    route
        .clientCertificate()
        .ifPresent(own -> store(KEYS, own.file(), own.password().get().reveal()));
    this.trustFile = route.trustStore().map(this::trust);
    properties.forEach(System::setProperty);
    ConfigFactory.invalidateCaches(); // it may have read the properties before
  }

  /** Sets up TLS for the Gatling runs that follow in this JVM. */
  static GatlingTls of(Route route) {
    return new GatlingTls(route);
  }

  private Path trust(KeyStore store) {
    String password = UUID.randomUUID().toString();
    try {
      Path file = Files.createTempFile("rollcall-trust", ".p12");
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, password.toCharArray());
      }
      store(TRUST, file, password);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("the trusted certificates cannot be handed to Gatling", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the trusted certificates cannot be written", e);
    }
  }

  private void store(String prefix, Path file, String password) {
    properties.put(prefix + "type", TYPE);
    properties.put(prefix + "file", file.toString());
    properties.put(prefix + "password", password);
  }

  @Override
  public void close() {
    properties.keySet().forEach(System::clearProperty);
    trustFile.ifPresent(
        file -> {
          try {
            Files.deleteIfExists(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
