package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.List;

/** A running fake of the presence API. Stop it with {@link #close}. */
public final class PresenceFake implements AutoCloseable {
  private static final int THREADS = 25;

  private final WireMockServer server;
  private final List<String> namedUsers;

  private PresenceFake(WireMockServer server, List<String> namedUsers) {
    this.server = server;
    this.namedUsers = namedUsers;
  }

  /**
   * Starts a fake.
   *
   * @throws CannotStart if the port is taken, a fault is unknown, or the users' file is of no use
   */
  public static PresenceFake start(FakeOptions options) {
    var extension = new PresenceExtension(options);
    var server = new WireMockServer(configuration(options).extensions(extension));
    try {
      server.start();
    } catch (FatalStartupException e) {
      throw new CannotStart(
          "port "
              + options.port()
              + " on "
              + options.bindAddress()
              + " cannot be used; another process may hold it: choose another with --port, or none for a free one");
    }
    return new PresenceFake(server, extension.namedUsers());
  }

  /** Such as {@code http://127.0.0.1:8080}. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return server.port();
  }

  /** Ids of the users that are always there; the first is whom {@code /me} is. */
  public List<String> namedUsers() {
    return namedUsers;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** No journal, no logging, no compression: under load each of them costs more than the answer. */
  private static WireMockConfiguration configuration(FakeOptions options) {
    var configuration =
        WireMockConfiguration.options()
            .bindAddress(options.bindAddress())
            .containerThreads(THREADS)
            .disableRequestJournal()
            .stubRequestLoggingDisabled(true)
            .maxLoggedResponseSize(0)
            .gzipDisabled(true)
            .http2PlainDisabled(true);
    return options.port() == 0 ? configuration.dynamicPort() : configuration.port(options.port());
  }
}
