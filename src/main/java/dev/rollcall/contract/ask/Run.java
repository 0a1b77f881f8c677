package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Bounds;
import dev.rollcall.contract.wire.NoAnswer;
import dev.rollcall.contract.wire.Wire;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Operation;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.schema.Schemas;
import dev.rollcall.target.Capability;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the catalogue against one target: what all its checks share. Safe for use by many
 * threads.
 */
public final class Run implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private final Target target;
  private final List<Edition> editions;
  private final Dialect dialect;
  private final Traces traces;
  private final Settling settling;
  private final Refusals refusals = new Refusals();
  private final String app;
  private final String otherApp;
  private final long seed;
  private final Semaphore turn = new Semaphore(1);
  private final Traffic traffic = new Traffic();
  private final AtShutdown interrupted;
  private volatile boolean closing;

  /**
   * Opens the target.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is of no use
   * @throws dev.rollcall.target.Unreachable if nothing answers
   */
  public static Run open(Settings settings) {
    Dialect dialect = Dialect.of(settings);
    long seed = seed(settings);
    return new Run(Target.open(settings).explored(), dialect, seed);
  }

  private Run(Target target, Dialect dialect, long seed) {
    this.target = target;
    this.dialect = dialect;
    this.seed = seed;
    this.editions = editions(target, dialect);
    this.settling = new Settling(target.settle());
    // Where nobody knows the application nothing is written: see Target.
    this.app = target.appId().orElse("unknown");
    this.otherApp = target.otherAppId().orElseGet(() -> UUID.randomUUID().toString());
    this.traces = new Traces(target.users());
    // Ctrl-C must leave nobody's presence behind that Rollcall has set.
    this.interrupted = atShutdown();
  }

  private AtShutdown atShutdown() {
    try {
      return AtShutdown.run("rollcall-clean-up", this::breakOff);
    } catch (IllegalStateException e) { // the process is ending already
      target.close();
      throw new NoAnswer(Traffic.INTERRUPTED);
    }
  }

  private static List<Edition> editions(Target target, Dialect dialect) {
    Map<String, Definition> definitions =
        Definition.VERSIONS.stream()
            .collect(Collectors.toMap(version -> version, Definition::bundled));
    Set<String> everyOperation =
        definitions.values().stream()
            .flatMap(definition -> definition.operations().stream())
            .map(Operation::name)
            .collect(Collectors.toSet());
    return target.versions().stream()
        .map(
            version ->
                new Edition(
                    version,
                    definitions.get(version),
                    everyOperation,
                    new Judge(definitions.get(version), Schemas.bundled(version), dialect),
                    new Wire(target, version, Bounds.USUAL),
                    !version.equals(target.versions().get(0))))
        .toList();
  }

  public Target target() {
    return target;
  }

  /** The versions under test, at least one. */
  public List<Edition> editions() {
    return editions;
  }

  Dialect dialect() {
    return dialect;
  }

  Traces traces() {
    return traces;
  }

  /** Whom requests may write. */
  Leave leave() {
    return new Leave(target);
  }

  /** What requests have to pass. */
  Traffic traffic() {
    return traffic;
  }

  Refusals refusals() {
    return refusals;
  }

  public Settling settling() {
    return settling;
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

  public boolean can(Capability capability) {
    return target.capabilities().contains(capability);
  }

  /** Whether the signed-in user is one of those who may be written. */
  public boolean mayWriteMe() {
    return target.users().me().map(target.users()::mayWrite).orElse(false);
  }

  /** Users who belong to somebody are few: whoever works with them does so alone. */
  public void begin() throws InterruptedException {
    traffic.requireOpen();
    if (!target.ours()) {
      turn.acquire();
    }
  }

  public void end() {
    if (!target.ours()) {
      turn.release();
    }
  }

  public TargetInfo info() {
    return new TargetInfo(
        target.name(),
        target.root().toString(),
        target.ours(),
        target.versions(),
        target.capabilities().stream().sorted().map(Capability::name).toList(),
        dialect.toString());
  }

  private void breakOff() {
    if (!closing) {
      LOG.warn(
          "interrupted; cleaning up after {} user(s), then writing what was judged",
          traces.count());
      target.pace().hurry();
      try {
        traffic.breakOff(Bounds.USUAL.deadline());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // it cleans up all the same
      }
    }
    cleanUp();
  }

  private synchronized void cleanUp() {
    if (traffic.isOpen()) {
      traces.wipe(new Graph(this, editions.get(0), new CheckRecord(), target.users()));
    }
  }

  /** Cleans up and lets go of the target. */
  @Override
  public void close() {
    closing = true;
    try {
      cleanUp();
    } finally {
      interrupted.close();
      editions.forEach(edition -> edition.wire().close());
      target.close();
    }
  }
}
