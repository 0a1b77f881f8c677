package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.List;

/** A presence service in this process, listening until it is closed. */
public final class PresenceFake implements AutoCloseable {
  // Measured: more or fewer make no difference to what a request costs.
  private static final int THREADS = 25;

  private final WireMockServer server;
  private final PresenceExtension extension;
  private final String host;
  private final int port;

  private PresenceFake(WireMockServer server, PresenceExtension extension, String host) {
    this.server = server;
    this.extension = extension;
    this.host = host;
    this.port = server.port();
  }

  /**
   * Starts a fake and returns when it answers.
   *
   * @throws CannotStart if the port is in use, a fault is unknown, or the users file cannot be read
   */
  public static PresenceFake start(FakeOptions options) {
    PresenceExtension extension = new PresenceExtension(options);
    WireMockServer server = new WireMockServer(configuration(options, extension));
    try {
      server.start();
    } catch (FatalStartupException e) {
      throw new CannotStart(
          "cannot listen on %s:%d: %s; give another address or port, 0 being any free one"
              .formatted(options.bindAddress(), options.port(), rootCause(e)),
          e);
    }
    return new PresenceFake(server, extension, host(options.bindAddress()));
  }

  private static WireMockConfiguration configuration(
      FakeOptions options, PresenceExtension extension) {
    return options()
        .port(options.port())
        .bindAddress(options.bindAddress())
        .mappingSource(new NoMappings())
        .containerThreads(THREADS)
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        .maxLoggedResponseSize(0)
        .gzipDisabled(true)
        .http2PlainDisabled(true)
        .extensions(extension);
  }

  private static String rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String host(String bindAddress) {
    boolean everywhere = bindAddress.equals("0.0.0.0") || bindAddress.equals("::");
    if (everywhere) {
      return "127.0.0.1";
    }
    return bindAddress.contains(":") ? "[" + bindAddress + "]" : bindAddress;
  }

  /** Scheme, host and port, without a path. */
  public String baseUrl() {
    return "http://" + host + ":" + port;
  }

  /** The port that it listens on. */
  public int port() {
    return port;
  }

  /**
   * The ids of the first five users, who start with nothing; the first is the caller of every token
   * that names nobody.
   */
  public List<String> namedUsers() {
    return extension.namedUsers();
  }

  /** Stops listening. Does nothing the second time. */
  @Override
  public void close() {
    server.stop();
  }
}
