package dev.rollcall.load;

import dev.rollcall.load.judge.Observed;
import dev.rollcall.load.judge.Settlement;
import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.load.past.Baseline;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Comparison;
import dev.rollcall.report.result.LoadResult.Generator;
import dev.rollcall.report.result.LoadResult.Lag;
import dev.rollcall.report.result.LoadResult.Volume;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.TargetInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fills in a result: what every run of one plan against one target has in common.
 *
 * @param measured "embedded", "process" or "remote"
 */
public record ResultForm(Instant startedAt, LoadPlan plan, TargetInfo target, String measured) {
  private static final long MEBIBYTE = 1L << 20;

  /** What makes another run comparable with this one. */
  Baseline.Plan comparable() {
    return new Baseline.Plan(
        plan.profile(),
        plan.measuredPerSecond(),
        (double) plan.measuredItems() / plan.measuredRequests(),
        measured);
  }

  public LoadResult settled(
      Figures figures,
      Observed observed,
      Optional<Baseline> baseline,
      Map<String, String> generatorVersions) {
    Optional<Comparison> comparison =
        baseline
            .filter(any -> figures.sent() > 0)
            .map(earlier -> earlier.compare(figures.timeline(), figures.reached()));
    Settlement settlement = observed.qualified(Settlement.of(figures, comparison));
    return result(
        settlement.verdict(),
        settlement.reasons(),
        figures.reached(),
        figures.operations(),
        figures.timeline(),
        settlement.slos(),
        observed.problems(),
        comparison.orElse(null),
        new Generator(
            figures.lag(),
            figures.effort().cpuSeconds(),
            figures.cpuShare(),
            figures.effort().gcMillis(),
            figures.effort().longestGcMillis(),
            observed.fakeCpuSeconds().orElse(null),
            observed.validation().label(),
            figures.validated(),
            figures.validationLagMillis(),
            figures.lagHistogram()),
        generatorVersions);
  }

  /** The result of a run that did not take place, or did not end. */
  LoadResult invalid(String reason) {
    return result(
        LoadVerdict.INVALID,
        List.of(reason),
        new Volume(0, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        new Generator(new Lag(0, 0, 0), 0, 0, 0, 0, null, "none", 0, 0, ""),
        Map.of());
  }

  private LoadResult result(
      LoadVerdict verdict,
      List<String> reasons,
      Volume reached,
      List<LoadResult.Operation> operations,
      List<LoadResult.Second> timeline,
      List<LoadResult.Slo> slos,
      List<LoadResult.Problem> problems,
      @Nullable Comparison baseline,
      Generator generator,
      Map<String, String> generatorVersions) {
    long requests = plan.measuredRequests();
    return new LoadResult(
        LoadResult.FORMAT,
        LoadResult.KIND,
        startedAt,
        verdict,
        reasons,
        measured,
        target,
        new LoadResult.Profile(
            plan.profile(), plan.seconds(), plan.warmUpSeconds(), plan.describe()),
        new Volume(requests, plan.measuredPerSecond(), plan.measuredItems()),
        reached,
        operations,
        timeline,
        slos,
        problems,
        baseline,
        plan.quota(),
        null,
        null,
        plan.shard().told(),
        generator,
        machine(),
        versions(generatorVersions));
  }

  private static Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("architecture", System.getProperty("os.arch"));
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put("heapMebibytes", (int) (Runtime.getRuntime().maxMemory() / MEBIBYTE));
    return machine;
  }

  private static Map<String, String> versions(Map<String, String> others) {
    Map<String, String> versions = new TreeMap<>(others);
    versions.put("java", Runtime.version().toString());
    Optional.ofNullable(LoadRun.class.getPackage().getImplementationVersion())
        .ifPresent(version -> versions.put("rollcall", version));
    return versions;
  }
}
