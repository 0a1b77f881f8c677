package dev.rollcall.contract;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Usage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the catalogue without Maven, by JUnit's launcher.
 *
 * @param result as written to {@code contract.json}
 * @param exchanges how many requests it took
 * @param usage what it took of the target's quota; empty if the target is ours
 */
public record ContractRun(ContractResult result, int exchanges, Optional<Usage> usage) {

  private static final String RANDOM_SEED = "junit.jupiter.execution.order.random.seed";
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  /** Checks depend on none that came before, and the random order keeps it so. */
  private static final Map<String, String> RANDOM_ORDER =
      Map.of(
          "junit.jupiter.testclass.order.default",
          ClassOrderer.Random.class.getName(),
          "junit.jupiter.testmethod.order.default",
          MethodOrderer.Random.class.getName());

  private static final Map<String, String> AT_ONCE =
      Map.of(
          PARALLEL,
          "true",
          "junit.jupiter.execution.parallel.mode.default",
          "concurrent",
          "junit.jupiter.execution.parallel.config.executor-service",
          "WORKER_THREAD_POOL",
          "junit.jupiter.execution.parallel.config.strategy",
          "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism",
          "4");

  private static final Map<String, String> IN_TURN = Map.of(PARALLEL, "false", RANDOM_SEED, "1");

  /** Runs the checks that the settings select and writes {@code contract.json}; says nothing. */
  public static ContractRun of(Settings settings) {
    return of(settings, AT_ONCE, silence());
  }

  /**
   * The same, one check after the other and always in the same order: a target that mixes up its
   * users is then found by the same checks every time.
   */
  public static ContractRun inTurn(Settings settings) {
    return of(settings, IN_TURN, silence());
  }

  /**
   * Runs the checks that the settings select and writes {@code contract.json}.
   *
   * @param out is told at the start what was found where
   */
  public static ContractRun of(Settings settings, PrintStream out) {
    return of(settings, AT_ONCE, out);
  }

  private static PrintStream silence() {
    return new PrintStream(OutputStream.nullOutputStream());
  }

  private static ContractRun of(Settings settings, Map<String, String> turns, PrintStream out) {
    var listener = new ContractListener(() -> settings, out);
    List<ClassSelector> classes =
        Catalogue.CLASSES.stream().map(DiscoverySelectors::selectClass).toList();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(classes)
            .configurationParameter(Settings.PACKED, settings.pack())
            .configurationParameter(Opened.GATED, "true")
            .configurationParameters(RANDOM_ORDER)
            .configurationParameters(turns)
            .build();
    var config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    try (var session = LauncherFactory.openSession(config)) {
      session.getLauncher().execute(request, listener);
    }
    return new ContractRun(listener.result().orElseThrow(), listener.exchanges(), listener.usage());
  }
}
