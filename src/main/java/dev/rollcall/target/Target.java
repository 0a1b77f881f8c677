package dev.rollcall.target;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A presence API under test: where it is, whether it is ours, what it can do, who asks, and how
 * fast.
 *
 * <p><b>Ours</b> is a fake of Rollcall's that proves itself by the handshake, reached directly on
 * this machine's loopback. Everything else belongs to somebody: it is read only, unless its host is
 * named with {@code --allow-writes}.
 */
public final class Target implements AutoCloseable {
  private static final double FASTEST_PACE = 50;
  private static final double DEFAULT_PACE = 5;
  static final Duration LONGEST_SETTLE = Duration.ofMinutes(5);

  /** What one has to arrange behind the scenes, which is permitted on our fake alone. */
  private static final Set<Capability> ARRANGED =
      EnumSet.of(
          Capability.PERMISSIONS,
          Capability.SECOND_READER,
          Capability.THROTTLE,
          Capability.LOCATION,
          Capability.OUT_OF_OFFICE);

  private final String name;
  private final ServiceRoot root;
  private final boolean embedded;
  private final boolean ours;
  private final Set<Capability> capabilities;
  private final boolean fake;
  private final Optional<String> somebody;
  private final Discovery discovery;
  private final Duration settle;
  private final Optional<Secret> token;
  private final Optional<String> appId;
  private final Pace pace;
  private final TargetClock clock;
  private final Users users;
  private final ControlPlane plane;
  private final Runnable stopServer;
  private List<String> versions = List.of();

  /**
   * The target that the settings name, or the embedded fake.
   *
   * @throws InvalidSetting if a setting cannot be used with this target
   * @throws Unreachable if nothing answers there
   */
  public static Target open(Settings settings) {
    Optional<String> given = settings.value(Setting.TARGET);
    if (given.isEmpty()) {
      var fake = EmbeddedTarget.start(settings);
      return new Target("embedded", ServiceRoot.parse(fake.baseUrl()), fake::close, settings);
    }
    if (!settings.list(Setting.FAULT).isEmpty()) {
      throw new InvalidSetting(
          Setting.FAULT.option()
              + " is for the embedded fake only; start one with 'fake --fault ID' and name it as the target");
    }
    ServiceRoot root = ServiceRoot.parse(given.get());
    return new Target(given.get(), root, () -> {}, settings);
  }

  /**
   * The host of a target that belongs to somebody and that a setting such as {@link
   * Setting#ALLOW_LOAD} does not repeat; empty if it does, or if a handshake might yet show the
   * target to be ours. Told by the address alone: nothing is sent.
   */
  public static Optional<String> hostNotAllowed(Setting leave, Settings settings) {
    return settings
        .value(Setting.TARGET)
        .map(ServiceRoot::parse)
        .filter(root -> !Handshake.isDirectLoopback(root.base()))
        .filter(root -> !settings.value(leave).map(root::isHost).orElse(false))
        .map(root -> root.base().getHost());
  }

  private Target(String name, ServiceRoot root, Runnable stopServer, Settings settings) {
    this.name = name;
    this.root = root;
    this.stopServer = stopServer;
    this.embedded = name.equals("embedded");
    this.plane = new ControlPlane(root.origin());
    Optional<Handshake> handshake = Handshake.with(plane);
    this.ours = handshake.isPresent() && Handshake.isDirectLoopback(root.base());
    this.token =
        Token.find(settings).or(() -> ours ? Optional.of(opaqueToken()) : Optional.empty());
    this.appId =
        settings
            .value(Setting.APP_ID)
            .or(() -> token.flatMap(t -> Token.claim(t, "appid").or(() -> Token.claim(t, "azp"))));
    this.discovery = new Discovery(plane, root, token);
    this.pace = pace(settings);
    List<String> testUsers = settings.list(Setting.TEST_USERS);
    boolean writable = ours || writesAllowed(settings, testUsers);
    this.capabilities =
        handshake
            .map(h -> EnumSet.copyOf(h.capabilities()))
            .orElse(EnumSet.noneOf(Capability.class));
    Optional<String> me =
        handshake.flatMap(Handshake::me).or(() -> ours ? Optional.empty() : discovery.signedIn());
    set(Capability.ME, me.isPresent());
    set(Capability.READ, ours || !testUsers.isEmpty() || me.isPresent());
    set(Capability.WRITE, writable);
    this.fake = handshake.isPresent();
    if (!ours) {
      capabilities.removeAll(ARRANGED);
    }
    offer(handshake.map(h -> h.versions().contains(Discovery.BETA)).orElse(false));
    this.somebody =
        me.map(id -> "/me").or(() -> testUsers.stream().findFirst().map(id -> "/users/" + id));
    this.settle =
        settings
            .duration(Setting.SETTLE, LONGEST_SETTLE)
            .or(() -> handshake.map(Handshake::settle))
            .orElse(Duration.ZERO);
    this.clock =
        capabilities.contains(Capability.CLOCK)
            ? new FakeClock(plane)
            : TargetClock.unmovable(InstantSource.system());
    this.users = ours ? new FreshUsers(plane, me) : Users.named(testUsers, me, writable);
  }

  /**
   * Asks a target that is no fake of ours for more than v1.0: by one read of beta and one batch of
   * a read. Opening alone sends nothing but the handshake and a read of {@code /me}.
   *
   * @throws Unreachable if nothing that was asked had an answer
   */
  public Target explored() {
    if (!fake) {
      offer(somebody.map(discovery::readsInBeta).orElse(false));
      set(Capability.BATCH, discovery.servesBatches());
      plane.requireHeard();
    }
    return this;
  }

  /** "embedded", or as the user named it. */
  public String name() {
    return name;
  }

  /** The service root without version segment. */
  public URI root() {
    return root.base();
  }

  /** Scheme, host and port: where the control plane of a fake is. */
  public URI origin() {
    return root.origin();
  }

  /** The service root of a version, such as {@code http://127.0.0.1:8080/v1.0}. */
  public String root(String version) {
    return root.base() + "/" + version;
  }

  /** The versions to judge: the one that the address names, else all that are offered. */
  public List<String> versions() {
    return versions;
  }

  /** How long a read may lag behind a write. */
  public Duration settle() {
    return settle;
  }

  /** Whether it is Rollcall's own fake, on this machine. */
  public boolean ours() {
    return ours;
  }

  /**
   * Where the served process is, for the label of load figures: "embedded", "process" or "remote".
   */
  public String measured() {
    return embedded ? "embedded" : ours ? "process" : "remote";
  }

  public Set<Capability> capabilities() {
    return Set.copyOf(capabilities);
  }

  /** The bearer token, if there is one. */
  public Optional<Secret> token() {
    return token;
  }

  /**
   * The token of somebody else.
   *
   * @throws IllegalStateException if the target lacks {@link Capability#PERMISSIONS}: tokens are
   *     made up for a fake alone
   */
  public String tokenOf(Identity identity) {
    if (!ours || !capabilities.contains(Capability.PERMISSIONS)) {
      throw new IllegalStateException("tokens are made up for Rollcall's fake alone");
    }
    return Token.unsigned(identity);
  }

  /**
   * What can be arranged behind the scenes.
   *
   * @throws IllegalStateException on a target that is not ours
   */
  public Arrangements arrangements() {
    if (!ours) {
      throw new IllegalStateException("nothing can be arranged on a target that is not ours");
    }
    return new Arrangements(plane);
  }

  /** The calling application's id, which a presence session bears. */
  public Optional<String> appId() {
    return appId;
  }

  public Pace pace() {
    return pace;
  }

  public TargetClock clock() {
    return clock;
  }

  public Users users() {
    return users;
  }

  /**
   * Whether this target may be used for what a setting such as {@link Setting#ALLOW_LOAD} permits:
   * the setting repeats its host, or it is our fake, which needs no leave.
   */
  public boolean allows(Setting leave, Settings settings) {
    return ours || settings.value(leave).map(root::isHost).orElse(false);
  }

  /** The target's host, as {@code --allow-writes} and {@code --allow-load} want it. */
  public String host() {
    return root.base().getHost();
  }

  /**
   * The ids of all users of our fake, in its order.
   *
   * @throws IllegalStateException on any other target: people are never enumerated
   */
  public List<String> everybody() {
    if (!ours) {
      throw new IllegalStateException("people are never enumerated on a target that is not ours");
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode id : plane.require("GET", "users", "").path("users")) {
      ids.add(id.asString());
    }
    return ids;
  }

  /** Removes what was made for the run; stops the fake if it is the embedded one. */
  @Override
  public void close() {
    try {
      users.release();
    } finally {
      stopServer.run();
    }
  }

  private void set(Capability capability, boolean present) {
    if (present) {
      capabilities.add(capability);
    } else {
      capabilities.remove(capability);
    }
  }

  private boolean writesAllowed(Settings settings, List<String> testUsers) {
    Optional<String> host = settings.value(Setting.ALLOW_WRITES);
    if (host.isEmpty()) {
      return false;
    }
    if (!root.isHost(host.get())) {
      throw Settings.invalid(
          Setting.ALLOW_WRITES, host.get(), "the target's host is " + host() + "; repeat that one");
    }
    if (testUsers.isEmpty()) {
      throw Settings.invalid(
          Setting.ALLOW_WRITES,
          host.get(),
          "name the users who may be written with " + Setting.TEST_USERS.option() + " ID,ID,...");
    }
    return true;
  }

  private Pace pace(Settings settings) {
    boolean loopback = Handshake.isLoopback(root.base().getHost());
    double fastest = loopback ? Double.MAX_VALUE : FASTEST_PACE;
    return settings
        .number(Setting.PACE, fastest)
        .map(Pace::perSecond)
        .orElseGet(() -> ours ? Pace.none() : Pace.perSecond(DEFAULT_PACE));
  }

  /** What is offered, unless the address names one version. */
  private void offer(boolean beta) {
    List<String> offered =
        beta ? List.of(Discovery.STABLE, Discovery.BETA) : List.of(Discovery.STABLE);
    versions = root.version().map(List::of).orElse(offered);
    set(Capability.BETA, versions.contains(Discovery.BETA));
  }

  private static Secret opaqueToken() {
    return new Secret("rollcall-" + UUID.randomUUID());
  }
}
