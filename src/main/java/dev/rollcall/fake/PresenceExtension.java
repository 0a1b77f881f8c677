package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;
import java.util.List;

/**
 * The fake for a WireMock server of one's own: {@code new WireMockServer(options().extensions(new
 * PresenceExtension()))}, or found by itself where extension scanning is on. One extension is one
 * world.
 */
public final class PresenceExtension implements ExtensionFactory {
  private final World world;
  private final FaultSwitch faults;
  private final Dialect dialect;

  /** The default world. */
  public PresenceExtension() {
    this(FakeOptions.defaults());
  }

  /**
   * @param options of which port and bind address do not count: they are the server's
   * @throws CannotStart if a fault is unknown or the users file cannot be read
   */
  public PresenceExtension(FakeOptions options) {
    faults = new FaultSwitch();
    try {
      faults.activate(options.faults());
    } catch (IllegalArgumentException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
    dialect = options.dialect();
    world = new World(Roster.of(options), new FakeClock(options.clock()));
  }

  @Override
  public List<Extension> create(WireMockServices services) {
    PresenceJson json = new PresenceJson(dialect);
    Values values = new Values(dialect);
    return List.of(
        new Stubs(),
        new AdminApi(world, faults, dialect),
        transformer(Stubs.BATCH, new BatchReads(world, json)),
        transformer(Stubs.READS, new SingleReads(world, json)),
        transformer(Stubs.SESSIONS, new Actions(world, new SessionBodies(values))),
        transformer(Stubs.PREFERENCES, new Actions(world, new PreferenceBodies(values))),
        transformer(Stubs.MESSAGES, new Actions(world, new MessageBodies())),
        transformer(Stubs.UNSERVED, new Unserved()));
  }

  private Extension transformer(String name, Family family) {
    return new GraphTransformer(name, family, world.clock(), faults);
  }

  List<String> namedUsers() {
    return world.named().stream().map(Object::toString).toList();
  }
}
