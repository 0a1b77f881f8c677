package dev.rollcall.contract;

import dev.rollcall.report.ContractResult;
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

  /** Checks depend on none that came before, and the random order keeps it so. */
  private static final Map<String, String> ORDER_AND_THREADS =
      Map.of(
          "junit.jupiter.testclass.order.default",
          ClassOrderer.Random.class.getName(),
          "junit.jupiter.testmethod.order.default",
          MethodOrderer.Random.class.getName(),
          "junit.jupiter.execution.parallel.enabled",
          "true",
          "junit.jupiter.execution.parallel.mode.default",
          "concurrent",
          "junit.jupiter.execution.parallel.config.executor-service",
          "WORKER_THREAD_POOL",
          "junit.jupiter.execution.parallel.config.strategy",
          "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism",
          "4");

  /** Runs the checks that the settings select and writes {@code contract.json}; says nothing. */
  public static ContractRun of(Settings settings) {
    return of(settings, new PrintStream(OutputStream.nullOutputStream()));
  }

  /**
   * Runs the checks that the settings select and writes {@code contract.json}.
   *
   * @param out is told at the start what was found where
   */
  public static ContractRun of(Settings settings, PrintStream out) {
    var listener = new ContractListener(() -> settings, out);
    List<ClassSelector> classes =
        Catalogue.CLASSES.stream().map(DiscoverySelectors::selectClass).toList();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(classes)
            .configurationParameter(Settings.PACKED, settings.pack())
            .configurationParameter(Opened.GATED, "true")
            .configurationParameters(ORDER_AND_THREADS)
            .build();
    var config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    try (var session = LauncherFactory.openSession(config)) {
      session.getLauncher().execute(request, listener);
    }
    return new ContractRun(listener.result().orElseThrow(), listener.exchanges(), listener.usage());
  }
}
