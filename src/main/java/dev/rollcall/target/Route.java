package dev.rollcall.target;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The way to a target: whose certificates are trusted, through which proxy, and with which
 * certificate of our own. Said once, and rendered for every HTTP client.
 *
 * @param ca PEM file of certificates that are trusted beside those of the JDK
 * @param proxy a forward proxy; empty leaves it to the JVM's own settings
 * @param noProxy hosts that are reached without it: a name, or {@code *.name} for all below
 * @param clientCertificate with which Rollcall identifies itself
 */
public record Route(
    Optional<Path> ca,
    Optional<InetSocketAddress> proxy,
    List<String> noProxy,
    Optional<ClientCertificate> clientCertificate) {

  /** As the JVM is set up. */
  static final Route USUAL =
      new Route(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /**
   * A PKCS12 file with a key and its certificate.
   *
   * @param password asked for when the file is opened
   */
  public record ClientCertificate(Path file, Supplier<Secret> password) {}

  /** The proxy between here and an address; empty if there is none. */
  public Optional<InetSocketAddress> proxyFor(URI address) {
    return proxies().select(address).stream()
        .filter(each -> each.type() != Proxy.Type.DIRECT)
        .map(Proxy::address)
        .map(InetSocketAddress.class::cast)
        .findFirst();
  }

  /**
   * How TLS is spoken; empty leaves it to the JDK.
   *
   * @throws InvalidSetting if a file cannot be read as what it should be
   */
  public Optional<SSLContext> tls() {
    if (ca.isEmpty() && clientCertificate.isEmpty()) {
      return Optional.empty();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManagerFactory trust = trustOf(trustStore().orElse(null));
      context.init(
          keyManagers().map(KeyManagerFactory::getKeyManagers).orElse(null),
          trust.getTrustManagers(),
          null);
      return Optional.of(context);
    } catch (GeneralSecurityException e) {
      throw new InvalidSetting("TLS cannot be set up: " + e.getMessage());
    }
  }

  /**
   * The certificates that are trusted; empty leaves it to the JDK.
   *
   * @throws InvalidSetting if the CA file cannot be read
   */
  public Optional<KeyStore> trustStore() {
    return ca.map(Route::withCertificatesOf);
  }

  /**
   * What holds our own certificate.
   *
   * @throws InvalidSetting if its file cannot be opened with its password
   */
  public Optional<KeyManagerFactory> keyManagers() {
    return clientCertificate.map(Route::keyManagersOf);
  }

  /** A client of the JDK that goes this way, follows no redirect and speaks HTTP/1.1. */
  HttpClient.Builder client() {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(proxies());
    tls().ifPresent(client::sslContext);
    return client;
  }

  private ProxySelector proxies() {
    ProxySelector usual =
        Optional.ofNullable(ProxySelector.getDefault()).orElse(HttpClient.Builder.NO_PROXY);
    return proxy.<ProxySelector>map(Chosen::new).orElse(usual);
  }

  private boolean isExcluded(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return noProxy.stream()
        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
        .anyMatch(
            pattern ->
                pattern.startsWith("*.")
                    ? name.endsWith(pattern.substring(1))
                    : name.equals(pattern));
  }

  /** The configured proxy, but for the hosts that are excluded. */
  private final class Chosen extends ProxySelector {
    private final InetSocketAddress address;

    Chosen(InetSocketAddress address) {
      this.address = address;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          isExcluded(uri.getHost()) ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, address));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException problem) {
      // Whoever wanted to connect is told by the exception.
    }
  }

  private static KeyStore withCertificatesOf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw noCertificates(file);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
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

  private static KeyManagerFactory keyManagersOf(ClientCertificate own) {
    char[] password = own.password().get().reveal().toCharArray();
    try (InputStream in = Files.newInputStream(own.file())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw new InvalidSetting(
          "client-certificate "
              + own.file()
              + ": it cannot be opened ("
              + e.getMessage()
              + "); name a PKCS12 file and where its password is");
    }
  }
}
