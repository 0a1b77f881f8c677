package dev.rollcall.contract;

import dev.rollcall.contract.wire.Bounds;
import dev.rollcall.contract.wire.Wire;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Endpoint;
import dev.rollcall.report.TargetInfo;
import dev.rollcall.schema.Schemas;
import dev.rollcall.target.Capability;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** One run of the catalogue against one target: what all its checks share. */
final class Run implements AutoCloseable {
  static final String VERSION = "v1.0";

  private final Target target;
  private final Definition definition;
  private final Wire wire;
  private final Judge judge;
  private final Dialect dialect;
  private final Traces traces;
  private final String app;
  private final String otherApp = UUID.randomUUID().toString();
  private final long seed;
  private final Thread interrupted;

  /**
   * Opens the target.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is of no use
   * @throws dev.rollcall.target.Unreachable if nothing answers
   */
  static Run open(Settings settings) {
    Dialect dialect = Dialect.of(settings);
    long seed = seed(settings);
    return new Run(Target.open(settings), dialect, seed);
  }

  private Run(Target target, Dialect dialect, long seed) {
    this.target = target;
    this.dialect = dialect;
    this.seed = seed;
    this.definition = Definition.bundled(VERSION);
    this.judge = new Judge(definition, Schemas.bundled(VERSION), dialect);
    this.wire = new Wire(target, VERSION, Bounds.USUAL);
    this.app = target.appId().orElseGet(() -> UUID.randomUUID().toString());
    this.traces = new Traces(target.users());
    // Ctrl-C must leave nobody's presence behind that Rollcall has set.
    this.interrupted = new Thread(this::cleanUp, "rollcall-clean-up");
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  Target target() {
    return target;
  }

  Definition definition() {
    return definition;
  }

  Wire wire() {
    return wire;
  }

  Judge judge() {
    return judge;
  }

  Traces traces() {
    return traces;
  }

  /** The calling application's id. */
  String app() {
    return app;
  }

  /** Another application's id. */
  String otherApp() {
    return otherApp;
  }

  /** Makes the same random sequences again. */
  long seed() {
    return seed;
  }

  private static long seed(Settings settings) {
    return settings
        .number(Setting.SEED, Integer.MAX_VALUE)
        .map(Double::longValue)
        .orElseGet(() -> new SplittableRandom().nextLong(1, Integer.MAX_VALUE));
  }

  boolean can(Capability capability) {
    return target.capabilities().contains(capability);
  }

  /**
   * The paths of an operation that may be tried here. Of an action only the first stands on its
   * page; that it is bound to every path of a presence follows from the schema alone, and is asked
   * of our own fake only.
   */
  List<Endpoint> endpoints(String operation) {
    List<Endpoint> all = definition.operation(operation).orElseThrow().endpoints();
    boolean action = all.size() > 1 && all.get(0).method().equals("POST");
    return (action && !target.ours() ? all.subList(0, 1) : all)
        .stream()
            .filter(endpoint -> !endpoint.path().startsWith("/me/") || mayUseMe(endpoint))
            .toList();
  }

  private boolean mayUseMe(Endpoint endpoint) {
    return can(Capability.ME) && (endpoint.method().equals("GET") || mayWriteMe());
  }

  /** Whether the signed-in user is one of those who may be written. */
  boolean mayWriteMe() {
    return target.users().me().map(target.users()::mayWrite).orElse(false);
  }

  TargetInfo info() {
    return new TargetInfo(
        target.name(),
        target.root().toString(),
        target.ours(),
        target.versions(),
        target.capabilities().stream().sorted().map(Capability::name).toList(),
        dialect.toString());
  }

  private synchronized void cleanUp() {
    traces.wipe(new Graph(this, new CheckRecord()));
  }

  /** Cleans up and lets go of the target. */
  @Override
  public void close() {
    try {
      cleanUp();
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
      wire.close();
      target.close();
    }
  }
}
