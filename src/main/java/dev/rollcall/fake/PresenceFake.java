package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import dev.rollcall.fake.world.World;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;

/** A presence service in this process, listening until it is closed. */
public final class PresenceFake implements AutoCloseable {
  // Measured: more or fewer make no difference to what a request costs.
  private static final int THREADS = 25;

  private final WireMockServer server;
  private final PresenceExtension extension;
  private final Optional<Tls> tls;
  private final String baseUrl;
  private final int port;

  private PresenceFake(
      WireMockServer server, PresenceExtension extension, Optional<Tls> tls, BindAddress address) {
    this.server = server;
    this.extension = extension;
    this.tls = tls;
    this.port = tls.isPresent() ? server.httpsPort() : server.port();
    this.baseUrl = (tls.isPresent() ? "https://" : "http://") + address.host() + ":" + port;
  }

  /**
   * Starts a fake and returns when it answers.
   *
   * @throws CannotStart if the port is in use, a fault is unknown, a file cannot be used, or no
   *     certificate can be made
   */
  public static PresenceFake start(FakeOptions options) {
    return start(options, new Extension[0]);
  }

  /** The same with more extensions of WireMock's, which see the beginning of each answer. */
  static PresenceFake start(FakeOptions options, Extension... others) {
    PresenceExtension extension = PresenceExtension.ofOwnServer(options);
    BindAddress address = new BindAddress(options.bindAddress());
    Optional<Tls> tls = options.https().map(https -> Tls.of(https, address, Keytool.ofThisJava()));
    try {
      WireMockConfiguration configuration =
          configuration(options, extension, tls)
              .extensions(others)
              .maxLoggedResponseSize(others.length == 0 ? 0 : AnsweredRequests.BYTES);
      return new PresenceFake(listening(options, configuration, tls), extension, tls, address);
    } catch (RuntimeException e) {
      tls.ifPresent(Tls::close);
      throw e;
    }
  }

  private static WireMockServer listening(
      FakeOptions options, WireMockConfiguration configuration, Optional<Tls> tls) {
    WireMockServer server = new WireMockServer(configuration);
    try {
      server.start();
      tls.ifPresent(Tls::publish);
      return server;
    } catch (FatalStartupException e) {
      throw new CannotStart(
          "cannot listen on %s:%d: %s; give another address or port, 0 being any free one"
              .formatted(options.bindAddress(), options.port(), rootCause(e)),
          e);
    } catch (CannotStart e) {
      server.stop();
      throw e;
    }
  }

  private static WireMockConfiguration configuration(
      FakeOptions options, PresenceExtension extension, Optional<Tls> tls) {
    WireMockConfiguration configuration =
        options()
            .bindAddress(options.bindAddress())
            .mappingSource(new NoMappings())
            .containerThreads(THREADS)
            .disableRequestJournal()
            .stubRequestLoggingDisabled(true)
            .gzipDisabled(true)
            .http2PlainDisabled(true)
            .httpServerFactory(extension::server)
            .extensions(extension);
    tls.ifPresentOrElse(
        https -> https.configure(configuration, options.port()),
        () -> configuration.port(options.port()));
    return configuration;
  }

  private static String rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** Scheme, host and port, without a path. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The port that it listens on. */
  public int port() {
    return port;
  }

  /**
   * The PEM file of the certificate that clients have to trust; empty for plain HTTP. Unless {@link
   * Https} names it, it is gone once the fake is closed.
   */
  public Optional<Path> certificate() {
    return tls.map(Tls::certificatePath);
  }

  /** That certificate as a trust store for Java clients; empty for plain HTTP. */
  public Optional<KeyStore> trustStore() {
    return tls.map(Tls::trustStore);
  }

  /**
   * The ids of the first five users, who start with nothing; the first is the caller of every token
   * that names nobody.
   */
  public List<String> namedUsers() {
    return extension.namedUsers();
  }

  /** What can be done to it from here, without HTTP. */
  public FakeControl control() {
    return extension.control();
  }

  World world() {
    return extension.world();
  }

  /** Stops listening. Does nothing the second time. */
  @Override
  public void close() {
    try {
      server.stop();
    } finally {
      tls.ifPresent(Tls::close);
    }
  }
}
