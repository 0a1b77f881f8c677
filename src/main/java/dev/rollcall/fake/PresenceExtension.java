package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;
import java.util.List;
import java.util.Map;

/**
 * The fake for a WireMock server of one's own: {@code new WireMockServer(options().extensions(new
 * PresenceExtension()))}, or found by itself where extension scanning is on. One extension is one
 * world.
 */
public final class PresenceExtension implements ExtensionFactory {
  private final World world;
  private final FaultSwitch faults;
  private final Throttle throttle;
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
    world = new World(Roster.of(options), new FakeClock(options.clock()));
    throttle = new Throttle(world.clock());
    try {
      faults.activate(options.faults());
      throttle.keep(Limits.named(options.throttle()));
    } catch (IllegalArgumentException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
    dialect = options.dialect();
  }

  @Override
  public List<Extension> create(WireMockServices services) {
    return List.of(
        new Stubs(),
        new AdminApi(world, faults, throttle, dialect),
        new GraphTransformer(service(), world.clock(), faults));
  }

  private Service service() {
    PresenceJson json = new PresenceJson(dialect);
    Values values = new Values(dialect);
    Family sessions = new Actions(world, new SessionBodies(values));
    Family preferences = new Actions(world, new PreferenceBodies(values));
    return new Service(
        Map.of(
            GraphOperation.GET_PRESENCE, new SingleReads(world, json),
            GraphOperation.GET_PRESENCES_BY_USER_ID, new BatchReads(world, json),
            GraphOperation.SET_PRESENCE, sessions,
            GraphOperation.CLEAR_PRESENCE, sessions,
            GraphOperation.SET_USER_PREFERRED_PRESENCE, preferences,
            GraphOperation.CLEAR_USER_PREFERRED_PRESENCE, preferences,
            GraphOperation.SET_STATUS_MESSAGE, new Actions(world, new MessageBodies())),
        throttle,
        world.clock());
  }

  List<String> namedUsers() {
    return world.named().stream().map(Object::toString).toList();
  }
}
