package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import dev.rollcall.fake.call.Auth;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.control.AdminApi;
import dev.rollcall.fake.control.ControlPlane;
import dev.rollcall.fake.control.Latency;
import dev.rollcall.fake.control.RequestLog;
import dev.rollcall.fake.fault.FaultSwitch;
import dev.rollcall.fake.operation.Door;
import dev.rollcall.fake.operation.Limits;
import dev.rollcall.fake.operation.Service;
import dev.rollcall.fake.operation.Throttle;
import dev.rollcall.fake.world.FakeClock;
import dev.rollcall.fake.world.ListedRoster;
import dev.rollcall.fake.world.Roster;
import dev.rollcall.fake.world.SeededRoster;
import dev.rollcall.fake.world.Settling;
import dev.rollcall.fake.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * The fake for a WireMock server of one's own: {@code new WireMockServer(options().extensions(new
 * PresenceExtension()))}. The jar that is made to lie beside WireMock's own is found by itself
 * where extension scanning is on. One extension is one world.
 */
public final class PresenceExtension implements ExtensionFactory {
  private final boolean ownServer;
  private final World world;
  private final Service service;
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
    this(options, false);
  }

  private PresenceExtension(FakeOptions options, boolean ownServer) {
    this.ownServer = ownServer;
    FaultSwitch faults = new FaultSwitch();
    Settling settling = new Settling(options.settle(), System::nanoTime);
    FakeClock clock = new FakeClock(options.clock());
    Throttle throttle;
    try {
      world = new World(roster(options), clock, settling, options.workLocation());
      throttle = new Throttle(world);
      faults.activate(options.faults());
      throttle.keep(Limits.named(options.throttle()));
    } catch (IllegalArgumentException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
    Dialect dialect = options.dialect();
    Auth auth = options.auth();
    service = new Service(world, throttle, faults, dialect, new Door(auth, options.clock()));
    parts =
        new ControlPlane.Parts(
            world, faults, throttle, new Latency(), new RequestLog(), dialect, auth);
    plane = new ControlPlane(parts);
  }

  /** The same for a server that keeps no journal and where no others care how a stub is found. */
  static PresenceExtension ofOwnServer(FakeOptions options) {
    return new PresenceExtension(options, true);
  }

  @Override
  public List<Extension> create(WireMockServices services) {
    Stubs stubs = new Stubs();
    List<Extension> extensions =
        new ArrayList<>(List.of(stubs, new AdminApi(plane), new GraphTransformer(service, parts)));
    // Its requests have no stub, which a journal or listeners to matches would miss.
    if (ownServer) {
      extensions.add(new Shortcut(stubs));
    }
    return extensions;
  }

  private static Roster roster(FakeOptions options) {
    return options
        .usersFile()
        .<Roster>map(ListedRoster::read)
        .orElseGet(() -> new SeededRoster(options.users()));
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
