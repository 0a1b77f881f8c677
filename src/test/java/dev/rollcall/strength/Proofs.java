package dev.rollcall.strength;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Which faults make a difference that a client can see: the fake's own tests send recorded probes
 * with and without each, and report the ids of those whose answers differ.
 */
final class Proofs implements TestExecutionListener {
  /** Key under which a test reports the id of a fault that it has seen to make a difference. */
  private static final String SEEN = "fault-is-seen";

  private final Set<String> seen = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Runs the tests.
   *
   * @throws IllegalStateException if one fails
   */
  static Set<String> run() {
    var proofs = new Proofs();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectPackage("dev.rollcall.fake"))
            .filters(ClassNameFilter.includeClassNamePatterns(".*[.]FaultsTest"))
            .build();
    var config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    try (var session = LauncherFactory.openSession(config)) {
      session.getLauncher().execute(request, proofs);
    }
    if (!proofs.problems.isEmpty()) {
      throw new IllegalStateException("the faults are not proven: " + proofs.problems);
    }
    return Set.copyOf(proofs.seen);
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    String id = entry.getKeyValuePairs().get(SEEN);
    if (id != null) {
      seen.add(id);
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result
        .getThrowable()
        .ifPresent(problem -> problems.add(test.getDisplayName() + ": " + problem));
  }
}
