package dev.rollcall.target;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens a target: finds out whose it is, who calls, what is permitted and what is offered. */
final class Opening {
  private static final double FASTEST_PACE = 50;
  static final Duration LONGEST_SETTLE = Duration.ofMinutes(5);

  /** Of sessions on a target of this machine whose token tells no application. */
  private static final String OWN_APP_ID = "a0115ca1-0000-4000-8000-000000000001";

  /** What one has to arrange behind the scenes, which is permitted on our fake alone. */
  private static final Set<Capability> ARRANGED =
      EnumSet.of(
          Capability.PERMISSIONS,
          Capability.SECOND_APP,
          Capability.SECOND_READER,
          Capability.THROTTLE,
          Capability.LOCATION,
          Capability.OUT_OF_OFFICE);

  private final Settings settings;
  private final TargetEntry entry;
  private final ServiceRoot root;
  private final ControlPlane plane;
  private final Optional<Handshake> handshake;
  private final boolean ours;
  private final Keyring keyring;
  private final Discovery discovery;
  private final List<String> testUsers;
  private final Abilities abilities = new Abilities();

  /**
   * @throws InvalidSetting if a setting cannot be used with this target
   * @throws Unreachable if nothing answers there
   */
  Opening(TargetEntry entry, Settings settings) {
    this.settings = settings;
    this.entry = entry;
    this.root = entry.root();
    this.plane = new ControlPlane(root.origin(), entry.route());
    this.handshake = Handshake.with(plane);
    this.ours = handshake.isPresent() && Handshake.isDirectLoopback(root.base(), entry.route());
    this.keyring = keyring();
    this.discovery = new Discovery(plane, root, keyring.signedIn());
    this.testUsers = settings.list(Setting.TEST_USERS);
  }

  private Keyring keyring() {
    Keyring found = Credentials.find(settings, InstantSource.system());
    return found.main().isEmpty() && ours ? madeUp() : found;
  }

  /** One token for all there is to do, unless the fake wants to be told what it permits. */
  private Keyring madeUp() {
    return handshake
        .filter(Handshake::strict)
        .flatMap(Handshake::me)
        .map(
            me ->
                Keyring.of(
                    Map.of(
                        Role.APP, madeUp(Identity.application(OWN_APP_ID)),
                        Role.USER, madeUp(Identity.user(me, OWN_APP_ID)))))
        .orElseGet(() -> Keyring.of(Optional.of(madeUp("rollcall-" + UUID.randomUUID()))));
  }

  private static Credential madeUp(Identity identity) {
    return madeUp(Credentials.unsigned(identity));
  }

  private static Credential madeUp(String token) {
    return Credential.fixed("Rollcall", new Secret(token));
  }

  /**
   * @param embedded whether it runs in this process
   * @param stopServer ends it then
   */
  Target target(boolean embedded, Runnable stopServer) {
    Optional<String> me =
        handshake.flatMap(Handshake::me).or(() -> ours ? Optional.empty() : signedIn());
    handshake.map(Handshake::capabilities).ifPresent(abilities::addAll);
    abilities.set(Capability.ME, me.isPresent());
    abilities.set(Capability.READ, ours || !testUsers.isEmpty() || me.isPresent());
    abilities.set(Capability.WRITE, ours || writesAllowed());
    if (!ours) {
      abilities.removeAll(ARRANGED);
      declareCallers();
      Optional.ofNullable(entry.declared().get(Capability.LOCATION))
          .ifPresent(has -> abilities.set(Capability.LOCATION, has));
    }
    requireAppId();
    requireOwnUser(me);
    requireUserForLocations();
    offer(offersBeta());
    if (handshake.isEmpty()) {
      entry.lacking().forEach(abilities::deny);
    }
    return new Target(
        new Target.Place(entry, embedded, ours),
        keyring,
        appId(),
        abilities,
        handshake.isPresent() ? Optional.empty() : Optional.of(discovery),
        me,
        plane,
        users(me),
        pace(),
        settle(),
        stopServer);
  }

  private Optional<String> signedIn() {
    return entry.declared().getOrDefault(Capability.ME, true)
        ? discovery.signedIn()
        : Optional.empty();
  }

  private boolean offersBeta() {
    return handshake
        .map(each -> each.versions().contains(Discovery.BETA))
        .orElse(entry.declared().getOrDefault(Capability.BETA, false));
  }

  /** What is offered, unless the address names one version. */
  private void offer(boolean beta) {
    List<String> offered =
        beta ? List.of(Discovery.STABLE, Discovery.BETA) : List.of(Discovery.STABLE);
    abilities.offer(root.version().map(List::of).orElse(offered));
  }

  private void declareCallers() {
    abilities.set(Capability.DELEGATED, keyring.hasUser());
    abilities.set(Capability.APPLICATION, keyring.isApplication());
    abilities.set(
        Capability.SECOND_APP, keyring.of(Role.OTHER_APP).flatMap(Credential::appId).isPresent());
    abilities.set(Capability.SECOND_READER, keyring.of(Role.OTHER_USER).isPresent());
  }

  // who calls

  private Optional<String> appId() {
    boolean opaque = keyring.main().flatMap(Credential::claims).isEmpty();
    return settings
        .value(Setting.APP_ID)
        .or(() -> keyring.main().flatMap(Credential::appId))
        .or(
            () ->
                opaque && Handshake.isDirectLoopback(root.base(), entry.route())
                    ? Optional.of(OWN_APP_ID)
                    : Optional.empty());
  }

  private void requireAppId() {
    if (abilities.has(Capability.WRITE) && appId().isEmpty()) {
      abilities.deny(
          Capability.WRITE,
          "the id of the calling application, which sessions bear and the token does not tell: give "
              + Setting.APP_ID.option()
              + " ID");
    }
  }

  /** A token that was given for a user can write that user alone. */
  private void requireOwnUser(Optional<String> me) {
    if (ours || !keyring.isDelegated() || !abilities.has(Capability.WRITE)) {
      return;
    }
    if (me.isEmpty() || testUsers.stream().noneMatch(me.get()::equalsIgnoreCase)) {
      abilities.deny(
          Capability.WRITE,
          "the signed-in user among "
              + Setting.TEST_USERS.option()
              + ": a delegated token writes its own user alone");
    }
  }

  private void requireUserForLocations() {
    if (!ours && abilities.has(Capability.LOCATION) && keyring.isApplication()) {
      abilities.deny(
          Capability.LOCATION,
          "a delegated token alone: work locations are written by their user, applications are refused");
    }
  }

  // what is permitted

  private boolean writesAllowed() {
    Optional<String> host = settings.value(Setting.ALLOW_WRITES);
    if (host.isEmpty()) {
      return false;
    }
    if (!root.isHost(host.get())) {
      throw Settings.invalid(
          Setting.ALLOW_WRITES,
          host.get(),
          "the target's host is " + root.base().getHost() + "; repeat that one");
    }
    if (testUsers.isEmpty()) {
      throw Settings.invalid(
          Setting.ALLOW_WRITES,
          host.get(),
          "name the users who may be written with " + Setting.TEST_USERS.option() + " ID,ID,...");
    }
    return true;
  }

  private Users users(Optional<String> me) {
    if (ours) {
      return new FreshUsers(plane, me);
    }
    boolean writable = abilities.has(Capability.WRITE);
    List<String> written = keyring.isDelegated() ? me.map(List::of).orElse(List.of()) : testUsers;
    return Users.named(testUsers, writable ? written : List.of(), me);
  }

  private Pace pace() {
    boolean loopback = Handshake.isDirectLoopback(root.base(), entry.route());
    double fastest = loopback ? Double.MAX_VALUE : FASTEST_PACE;
    return settings
        .number(Setting.PACE, fastest)
        .map(Pace::perSecond)
        .orElseGet(() -> ours ? Pace.none() : Pace.perSecond(Pace.USUAL));
  }

  private Duration settle() {
    return settings
        .duration(Setting.SETTLE, LONGEST_SETTLE)
        .or(() -> handshake.map(Handshake::settle))
        .orElse(Duration.ZERO);
  }
}
