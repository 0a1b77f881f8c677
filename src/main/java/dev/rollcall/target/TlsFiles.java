package dev.rollcall.target;

import dev.rollcall.target.Route.ClientCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The files that TLS is set up with. They are read when first needed, and once. */
final class TlsFiles {
  private static final String STORE_TYPE = "PKCS12";

  private final Optional<Path> ca;
  private final Optional<ClientCertificate> own;
  private Optional<SSLContext> context = Optional.empty();

  TlsFiles(Optional<Path> ca, Optional<ClientCertificate> own) {
    this.ca = ca;
    this.own = own;
  }

  /**
   * Empty if there are no files.
   *
   * @throws InvalidSetting if one cannot be read as what it should be
   */
  synchronized Optional<SSLContext> context() {
    if (context.isEmpty() && (ca.isPresent() || own.isPresent())) {
      context = Optional.of(read());
    }
    return context;
  }

  private SSLContext read() {
    try {
      SSLContext read = SSLContext.getInstance("TLS");
      KeyManager[] keys = own.map(TlsFiles::keys).orElse(null);
      read.init(keys, trustOf(trustStore().orElse(null)).getTrustManagers(), null);
      return read;
    } catch (GeneralSecurityException e) {
      throw new InvalidSetting("TLS cannot be set up: " + e.getMessage());
    }
  }

  /**
   * What the JDK trusts and the CA file besides; empty if there is none.
   *
   * @throws InvalidSetting if it cannot be read
   */
  Optional<KeyStore> trustStore() {
    return ca.map(TlsFiles::withCertificatesOf);
  }

  private static KeyStore withCertificatesOf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw noCertificates(file);
      }
      KeyStore store = KeyStore.getInstance(STORE_TYPE);
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : usuallyTrusted()) {
        store.setCertificateEntry("usual-" + number++, certificate);
      }
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("own-" + number++, certificate);
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw noCertificates(file);
    }
  }

  private static InvalidSetting noCertificates(Path file) {
    return new InvalidSetting(
        "ca-file " + file + ": no certificate can be read; name a readable PEM file");
  }

  private static List<Certificate> usuallyTrusted() throws GeneralSecurityException {
    for (TrustManager manager : trustOf(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager usual) {
        return List.of(usual.getAcceptedIssuers());
      }
    }
    return List.of();
  }

  private static TrustManagerFactory trustOf(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust;
  }

  private static KeyManager[] keys(ClientCertificate own) {
    char[] password = own.password().get().reveal().toCharArray();
    try (InputStream in = Files.newInputStream(own.file())) {
      KeyStore store = KeyStore.getInstance(STORE_TYPE);
      store.load(in, password);
      requireKey(store, own.file());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      return keys.getKeyManagers();
    } catch (NoSuchFileException e) {
      throw unusable(own.file(), "there is no such file");
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(own.file(), "it cannot be opened (" + e.getMessage() + ")");
    }
  }

  private static void requireKey(KeyStore store, Path file) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return;
      }
    }
    throw unusable(file, "it holds no key");
  }

  private static InvalidSetting unusable(Path file, String why) {
    return new InvalidSetting(
        "client-certificate "
            + file
            + ": "
            + why
            + "; name a PKCS12 file of a key and its certificate, and where its password is");
  }
}
