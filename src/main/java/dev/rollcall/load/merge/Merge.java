package dev.rollcall.load.merge;

import dev.rollcall.load.judge.Observed;
import dev.rollcall.load.judge.Settlement;
import dev.rollcall.load.judge.Slos;
import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Generator;
import dev.rollcall.report.result.LoadResult.Profile;
import dev.rollcall.report.result.LoadResult.Slo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds the results of all parts of a plan up, and judges the sum. A part that could not be trusted
 * makes the sum INVALID; too few answers in a part do not, if the sum has enough.
 */
public final class Merge {
  private final ShardResults shards;
  private final ShardSum sum;
  private final Figures figures;

  private Merge(ShardResults shards) {
    this.shards = shards;
    this.sum = new ShardSum(shards);
    this.figures = sum.figures();
  }

  /**
   * The sum of what the folders hold.
   *
   * @throws dev.rollcall.report.result.UnreadableResult if a folder holds no result of this format
   * @throws dev.rollcall.target.InvalidSetting if they are not all parts of one plan that ran at
   *     one time, each once
   */
  public static LoadResult of(List<Path> folders) {
    return new Merge(ShardResults.in(folders)).result();
  }

  private LoadResult result() {
    LoadResult first = shards.first().load();
    Settlement settlement = settlement();
    return new LoadResult(
        LoadResult.FORMAT,
        LoadResult.KIND,
        shards.startedAt(),
        settlement.verdict(),
        settlement.reasons(),
        first.measured(),
        first.target(),
        new Profile(
            first.profile().name(),
            figures.plan().seconds(),
            first.profile().warmUpSeconds(),
            lines()),
        sum.asked(),
        figures.reached(),
        figures.operations(),
        figures.timeline(),
        settlement.slos(),
        sum.problems(),
        null,
        sum.quota(),
        null,
        null,
        null,
        new Generator(
            figures.lag(),
            sum.cpuSeconds(),
            sum.greatestCpuShare(),
            figures.effort().gcMillis(),
            figures.effort().longestGcMillis(),
            null,
            first.generator().validation(),
            figures.validated(),
            figures.validationLagMillis(),
            figures.lagHistogram()),
        machines(),
        versions());
  }

  private Settlement settlement() {
    Settlement ofSum = Settlement.of(figures, Optional.empty());
    List<String> toldByShards = Settlement.lasting(figures);
    var told =
        new Settlement(
            ofSum.verdict(),
            ofSum.reasons().stream()
                .filter(reason -> !toldByShards.contains(reason))
                .map(this::withShards)
                .toList(),
            ofSum.slos());
    return new Observed(
            figures.plan().validation(), sum.problems(), stopped(), doubts(), Optional.empty())
        .qualified(told);
  }

  /** An objective that is missed, with the parts that missed it by themselves. */
  private String withShards(String reason) {
    String objective = reason.contains(":") ? reason.substring(0, reason.indexOf(':')) : reason;
    String missing =
        shards.all().stream()
            .filter(each -> misses(each.load().slos(), objective))
            .map(each -> each.shard().toString())
            .collect(Collectors.joining(", "));
    return missing.isEmpty() ? reason : reason + " (shard " + missing + ")";
  }

  private static boolean misses(List<Slo> slos, String objective) {
    return slos.stream().anyMatch(slo -> slo.name().equals(objective) && !slo.met());
  }

  private Optional<String> stopped() {
    String sentence =
        shards.all().stream()
            .filter(each -> each.addend().stopped() != null)
            .map(each -> each.addend().stopped() + " (" + each.name() + ")")
            .collect(Collectors.joining("; "));
    return Optional.of(sentence).filter(text -> !text.isEmpty());
  }

  private List<String> doubts() {
    return shards
        .each(each -> each.addend().doubts().stream().map(doubt -> each.name() + ": " + doubt))
        .toList();
  }

  private List<String> lines() {
    return Stream.concat(
            shards.first().addend().plan().stream(),
            Stream.of(
                "merged    "
                    + shards.all().size()
                    + " shards; counts and latencies added, of the generators the worst"))
        .toList();
  }

  /** One line for each generator, beside what all have in common. */
  private Map<String, Object> machines() {
    Map<String, Object> machines = new LinkedHashMap<>();
    shards.all().forEach(each -> machines.put(each.name(), machine(each)));
    return machines;
  }

  private String machine(ShardResult each) {
    Generator generator = each.load().generator();
    List<String> facts = new ArrayList<>();
    facts.add(each.load().verdict().name());
    facts.add(
        String.format(Locale.ROOT, "began %.1f s after the first", shards.secondsAfter(each)));
    Optional.ofNullable(each.addend().clock())
        .map(
            clock ->
                String.format(
                    Locale.ROOT,
                    "clock %+.1f s from the target's, give or take %.1f s",
                    -clock.millis() / 1e3,
                    clock.uncertaintyMillis() / 1e3))
        .ifPresent(facts::add);
    facts.add(
        String.format(
            Locale.ROOT,
            "processor %.1f s (%.0f %%), lag p99 %s, max %s",
            generator.cpuSeconds(),
            100 * generator.cpuShare(),
            Slos.millis(generator.lagMillis().p99()),
            Slos.millis(generator.lagMillis().max())));
    each.load().machine().forEach((name, value) -> facts.add(name + " " + value));
    return String.join("; ", facts);
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    for (ShardResult each : shards.all()) {
      each.load()
          .versions()
          .forEach(
              (name, version) ->
                  versions.merge(
                      name,
                      version,
                      (all, one) ->
                          List.of(all.split(", ")).contains(one) ? all : all + ", " + one));
    }
    return versions;
  }
}
