package dev.rollcall.target;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The way to a target: whose certificates are trusted, through which proxy, and with which
 * certificate of our own. Said once, and rendered for every HTTP client.
 */
public final class Route {
  /** As the JVM is set up. */
  static final Route USUAL =
      new Route(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  private final Optional<InetSocketAddress> proxy;
  private final List<String> noProxy;
  private final Optional<ClientCertificate> clientCertificate;
  private final TlsFiles tls;

  /**
   * A PKCS12 file with a key and its certificate.
   *
   * @param password asked for when the file is opened
   */
  public record ClientCertificate(Path file, Supplier<Secret> password) {}

  /**
   * @param ca PEM file of certificates that are trusted beside those of the JDK
   * @param proxy a forward proxy; empty leaves it to the JVM's own settings
   * @param noProxy hosts that are reached without any: a name, or {@code *.name} for all below
   * @param clientCertificate with which Rollcall identifies itself
   */
  Route(
      Optional<Path> ca,
      Optional<InetSocketAddress> proxy,
      List<String> noProxy,
      Optional<ClientCertificate> clientCertificate) {
    this.proxy = proxy;
    this.noProxy = noProxy.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.clientCertificate = clientCertificate;
    this.tls = new TlsFiles(ca, clientCertificate);
  }

  /** The HTTP proxy between here and an address; empty if there is none. */
  public Optional<InetSocketAddress> proxyFor(URI address) {
    return proxies().select(address).stream()
        .filter(each -> each.type() == Proxy.Type.HTTP)
        .map(Proxy::address)
        .map(InetSocketAddress.class::cast)
        .findFirst();
  }

  /** Whether connections to this address end there, with no proxy of any kind between. */
  boolean isDirectTo(URI address) {
    return proxies().select(address).stream().allMatch(each -> each.type() == Proxy.Type.DIRECT);
  }

  /**
   * How TLS is spoken; empty leaves it to the JDK.
   *
   * @throws InvalidSetting if a file cannot be read as what it should be
   */
  public Optional<SSLContext> tls() {
    return tls.context();
  }

  /**
   * The certificates that are trusted; empty leaves it to the JDK.
   *
   * @throws InvalidSetting if the CA file cannot be read
   */
  public Optional<KeyStore> trustStore() {
    return tls.trustStore();
  }

  /** Our own certificate. */
  public Optional<ClientCertificate> clientCertificate() {
    return clientCertificate;
  }

  /** What on this way keeps us from an address, in one sentence; empty if it is none of that. */
  public Optional<String> obstacle(Throwable problem, URI address) {
    return proxyFor(address)
        .flatMap(each -> ProxyProblem.in(problem, address, each))
        .or(() -> TlsProblem.in(problem, address, clientCertificate.isPresent()));
  }

  /** A client of the JDK that goes this way, follows no redirect and speaks HTTP/1.1. */
  public HttpClient.Builder client() {
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
    return new Selector(proxy.map(ProxySelector::of).orElse(usual));
  }

  private boolean isExcluded(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    return noProxy.stream()
        .anyMatch(
            pattern ->
                pattern.startsWith("*.")
                    ? name.endsWith(pattern.substring(1))
                    : name.equals(pattern));
  }

  /** The proxy that is given, but for the hosts that are excluded. */
  private final class Selector extends ProxySelector {
    private final ProxySelector given;

    Selector(ProxySelector given) {
      this.given = given;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return isExcluded(uri.getHost()) ? List.of(Proxy.NO_PROXY) : given.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException problem) {
      given.connectFailed(uri, address, problem);
    }
  }
}
