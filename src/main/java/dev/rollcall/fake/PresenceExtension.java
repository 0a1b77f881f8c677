package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The fake for a WireMock server of one's own: {@code new WireMockServer(options().extensions(new
 * PresenceExtension()))}. The jar that is made to lie beside WireMock's own is found by itself
 * where extension scanning is on. One extension is one world.
 */
public final class PresenceExtension implements ExtensionFactory {
  private final World world;
  private final FaultSwitch faults;
  private final Throttle throttle;
  private final Dialect dialect;
  private final Auth auth;
  private final InstantSource wall;
  private final ControlPlane.Parts parts;
  private final ControlPlane plane;

  /** The default world. */
  public PresenceExtension() {
    this(FakeOptions.defaults());
  }

  /**
   * @param options of which port, bind address and HTTPS do not count: they are the server's
   * @throws CannotStart if a fault is unknown or the users file cannot be read
   */
  public PresenceExtension(FakeOptions options) {
    faults = new FaultSwitch();
    Settling settling = new Settling(options.settle(), System::nanoTime);
    world =
        new World(
            Roster.of(options), new FakeClock(options.clock()), settling, options.workLocation());
    throttle = new Throttle(world);
    try {
      faults.activate(options.faults());
      throttle.keep(Limits.named(options.throttle()));
    } catch (IllegalArgumentException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
    dialect = options.dialect();
    auth = options.auth();
    wall = options.clock();
    parts =
        new ControlPlane.Parts(
            world, faults, throttle, new Latency(), new RequestLog(), options.dialect(), auth);
    plane = new ControlPlane(parts);
  }

  @Override
  public List<Extension> create(WireMockServices services) {
    return List.of(new Stubs(), new AdminApi(plane), new GraphTransformer(service(), parts));
  }

  private Service service() {
    PresenceJson json = new PresenceJson(dialect);
    Stencils stencils = new Stencils(json);
    Values values = new Values(dialect);
    Family sessions = new Actions(world, new SessionBodies(values));
    Family preferences = new Actions(world, new PreferenceBodies(values));
    Family locations = new Actions(world, new LocationBodies());
    Map<GraphOperation, Family> families = new EnumMap<>(GraphOperation.class);
    families.put(GraphOperation.GET_PRESENCE, new SingleReads(world, json, stencils));
    families.put(GraphOperation.GET_PRESENCES_BY_USER_ID, new BatchReads(world, stencils));
    families.put(GraphOperation.SET_PRESENCE, sessions);
    families.put(GraphOperation.CLEAR_PRESENCE, sessions);
    families.put(GraphOperation.SET_USER_PREFERRED_PRESENCE, preferences);
    families.put(GraphOperation.CLEAR_USER_PREFERRED_PRESENCE, preferences);
    families.put(GraphOperation.SET_STATUS_MESSAGE, new Actions(world, new MessageBodies()));
    GraphOperation.all()
        .filter(GraphOperation::locates)
        .forEach(operation -> families.put(operation, locations));
    return new Service(new Door(auth, wall), families, parts);
  }

  /** What can be done to the world without HTTP. */
  public FakeControl control() {
    return new FakeControl(plane);
  }

  World world() {
    return world;
  }

  HttpServer server(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new Front(options, admin, stubs, world.clock());
  }

  List<String> namedUsers() {
    return world.named().stream().map(Object::toString).toList();
  }
}
