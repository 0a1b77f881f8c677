package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;
import dev.rollcall.fake.Operation.Family;
import java.util.List;

/**
 * The fake as an extension of WireMock: for a server of one's own, {@code options().extensions(new
 * PresenceExtension())}, or by being on the class path where WireMock scans for extensions.
 */
public final class PresenceExtension implements ExtensionFactory {
  private final Service service;

  /** With the default world. */
  public PresenceExtension() {
    this(FakeOptions.defaults());
  }

  /**
   * @param options port and bind address are the server's own here
   * @throws CannotStart if a fault is unknown or the users' file is of no use
   */
  public PresenceExtension(FakeOptions options) {
    this.service = new Service(options);
  }

  List<String> namedUsers() {
    return service.world().named();
  }

  @Override
  public List<Extension> create(WireMockServices services) {
    return List.of(
        new Stubs(),
        transformer(Family.READS, new Reads(service.rendering())),
        transformer(Family.BATCH_READS, new BatchReads(service.rendering())),
        transformer(Family.SESSIONS, new Sessions()),
        transformer(Family.PREFERENCES, new Preferences()),
        transformer(Family.STATUS_MESSAGES, new StatusMessages()),
        new GraphTransformer(Stubs.nowhere(), new Nowhere(), service),
        new ControlPlane(service));
  }

  private GraphTransformer transformer(Family family, Handler handler) {
    return new GraphTransformer(family.transformer(), handler, service);
  }
}
