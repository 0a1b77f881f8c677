package dev.rollcall.contract;

import dev.rollcall.report.mask.Mask;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Usage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects how the checks of a plan ended and writes {@code contract.json} when the plan ends. Does
 * nothing in a plan without a check. Told by many threads.
 */
public final class ContractListener implements TestExecutionListener {
  private final Supplier<Settings> source;
  private final PrintStream out;
  private final Map<String, String> checks = new LinkedHashMap<>();
  private final Map<String, Row> versions = new LinkedHashMap<>();
  private final Map<Row, CheckReport> reports = new LinkedHashMap<>();
  private final Map<String, Settlement.Unrun> unrun = new LinkedHashMap<>();
  private Optional<String> obstacle = Optional.empty();
  private Optional<Usage> usage = Optional.empty();
  private Instant startedAt = Instant.EPOCH;
  private TargetInfo target = new TargetInfo("", "", false, List.of(), List.of(), "");
  private TestPlan plan;
  private ContractResult result;

  /** For JUnit, which finds this class by its service file: settings are those of the process. */
  public ContractListener() {
    this(Settings::ofProcess, System.out);
  }

  /**
   * @param out is told at the start what was found where
   */
  ContractListener(Supplier<Settings> source, PrintStream out) {
    this.source = source;
    this.out = out;
  }

  /** The result, once the plan has ended; empty if it had no check. */
  public synchronized Optional<ContractResult> result() {
    return Optional.ofNullable(result);
  }

  /** How many exchanges the checks took. */
  public synchronized int exchanges() {
    return reports.values().stream().mapToInt(CheckReport::exchangeCount).sum();
  }

  /** What the run took of the target's quota; empty if the target is ours. */
  synchronized Optional<Usage> usage() {
    return usage;
  }

  @Override
  public synchronized void testPlanExecutionStarted(TestPlan started) {
    startedAt = Instant.now();
    plan = started;
    started.getRoots().forEach(root -> started.getDescendants(root).forEach(this::expect));
  }

  private void expect(TestIdentifier test) {
    test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .flatMap(method -> Catalogue.entry(method.getJavaMethod()))
        .ifPresent(entry -> checks.put(test.getUniqueId(), entry.check().id()));
  }

  @Override
  public synchronized void dynamicTestRegistered(TestIdentifier test) {
    test.getParentId()
        .map(checks::get)
        .ifPresent(id -> versions.put(test.getUniqueId(), new Row(id, test.getDisplayName())));
  }

  @Override
  public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    String opened = entry.getKeyValuePairs().get(Opened.TARGET_ENTRY);
    if (opened != null) {
      target = JsonMapper.shared().readValue(opened, TargetInfo.class);
    }
    Optional.ofNullable(entry.getKeyValuePairs().get(Opened.FOUND_ENTRY)).ifPresent(out::println);
    obstacle =
        obstacle.or(() -> Optional.ofNullable(entry.getKeyValuePairs().get(Opened.OBSTACLE_ENTRY)));
    Optional.ofNullable(entry.getKeyValuePairs().get(Opened.USAGE_ENTRY)).ifPresent(this::note);
    String json = entry.getKeyValuePairs().get(CheckReport.ENTRY);
    if (json != null) {
      CheckReport report = CheckReport.fromJson(json);
      reports.put(new Row(report.id(), report.version()), report);
    }
  }

  /** Told by many threads, in any order. */
  private void note(String told) {
    Usage now = JsonMapper.shared().readValue(told, Usage.class);
    usage = usage.filter(before -> before.requests() > now.requests()).or(() -> Optional.of(now));
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    unrun(test, new Settlement.Unrun(Outcome.SKIPPED, reason));
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult ended) {
    if (ended.getStatus() == TestExecutionResult.Status.FAILED) {
      Throwable problem = root(ended.getThrowable().orElseThrow());
      if (problem instanceof Ending.NotConforming) {
        return; // tells JUnit what the result says anyway
      }
      unrun(test, new Settlement.Unrun(Outcome.BROKEN, CheckInvocation.reasonOf(problem)));
    }
  }

  /** What stands for checks or for their versions stands for all below it. */
  private void unrun(TestIdentifier test, Settlement.Unrun why) {
    unrun.putIfAbsent(test.getUniqueId(), why);
    plan.getDescendants(test).forEach(below -> unrun.putIfAbsent(below.getUniqueId(), why));
  }

  /** Why checks did not run, by check or by check and version as it was told. */
  private Map<Row, Settlement.Unrun> unrunRows() {
    var rows = new LinkedHashMap<Row, Settlement.Unrun>();
    unrun.forEach(
        (test, why) -> {
          if (versions.containsKey(test)) {
            rows.put(versions.get(test), why);
          } else if (checks.containsKey(test)) {
            Settlement.versions(target)
                .forEach(version -> rows.putIfAbsent(new Row(checks.get(test), version), why));
          }
        });
    return rows;
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan finished) {
    if (!checks.isEmpty()) {
      result = masked(settle());
      ResultFiles.write(result, out());
    }
  }

  private ContractResult settle() {
    if (obstacle.isPresent()) {
      return Settlement.notBegun(startedAt, target, obstacle.get());
    }
    try {
      ContractResult settled =
          Settlement.of(source.get()).settle(startedAt, target, reports, unrunRows());
      return settled;
    } catch (InvalidSetting e) {
      return Settlement.notBegun(startedAt, target, e.getMessage());
    }
  }

  /** People on a target that is not ours are nobody's business who reads a report. */
  private ContractResult masked(ContractResult settled) {
    if (settled.target().ours() || settled.checks().isEmpty()) {
      return settled;
    }
    Settings settings = source.get();
    return settings.flag(Setting.SHOW_PERSONAL_DATA)
        ? settled
        : Mask.masked(settled, settings.list(Setting.TEST_USERS));
  }

  private Path out() {
    try {
      return source.get().value(Setting.OUT).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
    } catch (InvalidSetting e) {
      return ResultFiles.USUAL_FOLDER; // the settings are what is wrong; the result says so
    }
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
