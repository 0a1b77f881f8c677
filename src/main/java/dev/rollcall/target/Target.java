package dev.rollcall.target;

import dev.rollcall.fake.FakeOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Place place;
  private final Keyring keyring;
  private final Optional<String> appId;
  private final Abilities abilities;
  private final Optional<Discovery> discovery;
  private final Optional<String> me;
  private final ControlPlane plane;
  private final TargetClock clock;
  private final Users users;
  private final Pace pace;
  private final Duration settle;
  private final Runnable stopServer;

  /** Where a target is, and whose. */
  record Place(TargetEntry entry, boolean embedded, boolean ours) {}

  /**
   * The target that the settings name, or the embedded fake.
   *
   * @throws InvalidSetting if a setting cannot be used with this target
   * @throws Unreachable if nothing answers there
   */
  public static Target open(Settings settings) {
    return open(settings, FakeOptions.defaults());
  }

  /**
   * The same, with so many users on the embedded fake.
   *
   * @throws InvalidSetting if a setting cannot be used with this target
   * @throws Unreachable if nothing answers there
   */
  public static Target open(Settings settings, int users) {
    return open(settings, FakeOptions.defaults().withUsers(users));
  }

  private static Target open(Settings settings, FakeOptions embedded) {
    if (settings.target().isPresent()) {
      if (!settings.list(Setting.FAULT).isEmpty()) {
        throw new InvalidSetting(
            Setting.FAULT.option()
                + " is for the embedded fake only; start one with 'fake --fault ID' and name it as the target");
      }
      return new Opening(settings.target().get(), settings).target(false, () -> {});
    }
    var fake = EmbeddedTarget.start(settings, embedded);
    try {
      return new Opening(TargetEntry.at(fake.baseUrl()), settings).target(true, fake::close);
    } catch (RuntimeException e) {
      fake.close();
      throw e;
    }
  }

  /**
   * The host of a target that belongs to somebody and that a setting such as {@link
   * Setting#ALLOW_LOAD} does not repeat; empty if it does, or if a handshake might yet show the
   * target to be ours. Told by the address alone: nothing is sent.
   */
  public static Optional<String> hostNotAllowed(Setting leave, Settings settings) {
    return settings
        .target()
        .filter(entry -> !Handshake.isDirectLoopback(entry.root().base(), entry.route()))
        .map(TargetEntry::root)
        .filter(root -> !settings.value(leave).map(root::isHost).orElse(false))
        .map(root -> root.base().getHost());
  }

  /**
   * The host of a live Microsoft Graph that the settings name, or before which their target stands.
   * Told by the settings alone.
   */
  public static Optional<String> liveHost(Settings settings) {
    return settings
        .target()
        .filter(entry -> entry.cloud().or(() -> Cloud.at(entry.root().base())).isPresent())
        .map(entry -> entry.root().base().getHost());
  }

  /** Whether the settings name a target of which it shows only by asking whether it is ours. */
  public static boolean mayBeOurs(Settings settings) {
    return settings
        .target()
        .map(entry -> Handshake.isDirectLoopback(entry.root().base(), entry.route()))
        .orElse(true);
  }

  Target(
      Place place,
      Keyring keyring,
      Optional<String> appId,
      Abilities abilities,
      Optional<Discovery> discovery,
      Optional<String> me,
      ControlPlane plane,
      Users users,
      Pace pace,
      Duration settle,
      Runnable stopServer) {
    this.place = place;
    this.keyring = keyring;
    this.appId = appId;
    this.abilities = abilities;
    this.discovery = discovery;
    this.me = me;
    this.plane = plane;
    this.users = users;
    this.pace = pace;
    this.settle = settle;
    this.stopServer = stopServer;
    this.clock =
        abilities.has(Capability.CLOCK)
            ? new FakeClock(plane)
            : TargetClock.unmovable(InstantSource.system());
  }

  /**
   * Asks a target that is no fake of ours for more than v1.0, unless somebody has declared what it
   * offers: by one read of beta and one batch of a read. Opening alone sends nothing but the
   * handshake and a read of {@code /me}.
   *
   * @throws Unreachable if nothing that was asked had an answer
   */
  public Target explored() {
    discovery.ifPresent(this::explore);
    return this;
  }

  private void explore(Discovery asking) {
    Optional<String> somebody =
        me.map(id -> "/me").or(() -> users.listed().stream().findFirst().map(id -> "/users/" + id));
    boolean stableOnly = place.entry().root().version().isPresent();
    if (!stableOnly
        && declared(Capability.BETA)
            .orElseGet(() -> somebody.map(asking::readsInBeta).orElse(false))) {
      abilities.offer(List.of(Discovery.STABLE, Discovery.BETA));
    }
    abilities.set(
        Capability.BATCH,
        declared(Capability.BATCH)
            .orElseGet(() -> somebody.map(asking::servesBatches).orElse(false)));
    plane.requireHeard();
  }

  private Optional<Boolean> declared(Capability capability) {
    return Optional.ofNullable(place.entry().declared().get(capability));
  }

  /** "embedded", or as the user named it. */
  public String name() {
    return place.embedded() ? "embedded" : place.entry().name();
  }

  /** What was found where, for whoever wonders what is going to be judged and as whom. */
  public String found() {
    String described =
        place
            .entry()
            .place()
            .map(file -> "target " + name() + ", described in " + file)
            .orElse("target " + name());
    String tokens = keyring.origins().map(origins -> "; token " + origins).orElse("; no token");
    return described + tokens;
  }

  /** The service root without version segment. */
  public URI root() {
    return address().base();
  }

  private ServiceRoot address() {
    return place.entry().root();
  }

  /** Scheme, host and port: where the control plane of a fake is. */
  public URI origin() {
    return address().origin();
  }

  /** The service root of a version, such as {@code http://127.0.0.1:8080/v1.0}. */
  public String root(String version) {
    return root() + "/" + version;
  }

  /** The way there. */
  public Route route() {
    return place.entry().route();
  }

  /** The service root of the target that the settings name; empty for the embedded fake. */
  public static Optional<URI> address(Settings settings) {
    return settings.target().map(entry -> entry.root().base());
  }

  /** The way to the target that the settings name. */
  public static Route route(Settings settings) {
    return settings.target().map(TargetEntry::route).orElse(Route.USUAL);
  }

  /** The versions to judge: the one that the address names, else all that are offered. */
  public List<String> versions() {
    return abilities.versions();
  }

  /** How long a read may lag behind a write. */
  public Duration settle() {
    return settle;
  }

  /** Whether it is Rollcall's own fake, on this machine. */
  public boolean ours() {
    return place.ours();
  }

  /**
   * Where the served process is, for the label of load figures: "embedded", "process" or "remote".
   */
  public String measured() {
    return place.embedded() ? "embedded" : ours() ? "process" : "remote";
  }

  public Set<Capability> capabilities() {
    return abilities.all();
  }

  /** What the target would need for a capability that it lacks, and the setting that gives it. */
  public String remedy(Capability capability) {
    return abilities.remedy(capability);
  }

  /**
   * The bearer token that goes with a request, if there is one: on {@code /me} that of a signed-in
   * user.
   *
   * @param path below the version segment
   * @throws InvalidSetting if a new token is needed and cannot be had
   */
  public Optional<Secret> token(String path) {
    return credential(path).map(Credential::token);
  }

  private Optional<Credential> credential(String path) {
    boolean own = path.equals("/me") || path.startsWith("/me/");
    return own ? keyring.signedIn() : keyring.main();
  }

  /** Whether a token goes with a request. */
  public boolean hasToken(String path) {
    return credential(path).isPresent();
  }

  /** The token of a role, where the target has a credential for it. */
  public Optional<Secret> token(Role role) {
    return keyring.of(role).map(Credential::token);
  }

  /** Who is at the other end, who calls and what can be done, line by line. */
  public List<String> told() {
    List<String> told = new ArrayList<>();
    told.add(found());
    plane.peer().ifPresent(peer -> told.add("TLS: " + peer));
    told.add(
        "caller: "
            + keyring
                .main()
                .map(credential -> credential.claims().map(Jwt::told).orElse("an opaque token"))
                .orElse("nobody: no token"));
    told.add(
        "found: "
            + (ours() ? "Rollcall's fake, " : "")
            + String.join(" and ", versions())
            + " with "
            + (abilities.all().isEmpty()
                ? "nothing that can be judged yet"
                : abilities.all().stream()
                    .sorted()
                    .map(Enum::name)
                    .collect(Collectors.joining(", "))));
    return told;
  }

  /** A text without any token of this run. */
  public String conceal(String text) {
    return keyring.conceal(text);
  }

  /**
   * The token of somebody else.
   *
   * @throws IllegalStateException if the target lacks {@link Capability#PERMISSIONS}: tokens are
   *     made up for a fake alone
   */
  public String tokenOf(Identity identity) {
    if (!ours() || !abilities.has(Capability.PERMISSIONS)) {
      throw new IllegalStateException("tokens are made up for Rollcall's fake alone");
    }
    return Credentials.unsigned(identity);
  }

  /**
   * What can be arranged behind the scenes.
   *
   * @throws IllegalStateException on a target that is not ours
   */
  public Arrangements arrangements() {
    if (!ours()) {
      throw new IllegalStateException("nothing can be arranged on a target that is not ours");
    }
    return new Arrangements(plane);
  }

  /** Whether requests are known to be sent for an application alone. */
  public boolean isCalledByApplication() {
    return keyring.isApplication();
  }

  /** The calling application's id, which a presence session bears. */
  public Optional<String> appId() {
    return appId;
  }

  /** The id of another application that can call. */
  public Optional<String> otherAppId() {
    return keyring.of(Role.OTHER_APP).flatMap(Credential::appId);
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
    return ours() || settings.value(leave).map(address()::isHost).orElse(false);
  }

  /** The target's host, as {@code --allow-writes} and {@code --allow-load} want it. */
  public String host() {
    return root().getHost();
  }

  /**
   * The ids of all users of our fake, in its order.
   *
   * @throws IllegalStateException on any other target: people are never enumerated
   */
  public List<String> everybody() {
    if (!ours()) {
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
}
