package dev.rollcall.load.merge;

import dev.rollcall.load.measure.Effort;
import dev.rollcall.load.measure.Micros;
import dev.rollcall.load.measure.Recorder;
import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.load.measure.Tally;
import dev.rollcall.load.measure.Timeline;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Mix;
import dev.rollcall.load.plan.Objectives;
import dev.rollcall.load.plan.Profile;
import dev.rollcall.load.plan.Stage;
import dev.rollcall.load.plan.Stages;
import dev.rollcall.load.plan.Validation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.report.result.LoadResult.Lag;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Problem;
import dev.rollcall.report.result.LoadResult.QuotaUse;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadResult.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The parts of a plan added up. Counts and histograms are exactly those that one recorder of all
 * requests would have. Of the generators, each of which fared as it did, the worst figure counts.
 */
final class ShardSum {
  private static final int FIRST_EXCHANGES = 3;

  private final ShardResults shards;
  private final LoadPlan plan;
  private final List<Second> timeline;

  ShardSum(ShardResults shards) {
    this.shards = shards;
    this.timeline = timeline(shards);
    this.plan = plan(shards, timeline);
  }

  /** What was asked for in each second, by all of them. */
  private static LoadPlan plan(ShardResults shards, List<Second> timeline) {
    ShardResult first = shards.first();
    return LoadPlan.carriedOut(
        new Profile(
            first.load().profile().name(),
            0,
            Optional.of(
                new Stages(
                    timeline.stream().map(each -> Stage.constant(each.asked(), 1)).toList())),
            Optional.empty(),
            Mix.ofBatches(1), // nothing is sent any more
            0,
            Validation.named(first.load().generator().validation()).orElse(Validation.NONE),
            Objectives.of(first.addend().objectives()),
            List.of(),
            Optional.empty()));
  }

  private static List<Second> timeline(ShardResults shards) {
    TreeMap<Integer, List<Second>> seconds = new TreeMap<>();
    for (ShardResult shard : shards.all()) {
      int shift = shards.shift(shard);
      shard
          .load()
          .timeline()
          .forEach(
              each ->
                  seconds
                      .computeIfAbsent(each.second() + shift, second -> new ArrayList<>())
                      .add(each));
    }
    int length = seconds.isEmpty() ? 0 : seconds.lastKey() + 1;
    return IntStream.range(0, length)
        .mapToObj(second -> Timeline.sum(second, seconds.getOrDefault(second, List.of())))
        .toList();
  }

  Volume asked() {
    return new Volume(
        plan.measuredRequests(),
        plan.measuredPerSecond(),
        sum(each -> each.load().asked().items()));
  }

  Figures figures() {
    Micros lags = lags();
    List<Operation> operations = operations();
    return new Figures(
        plan,
        lags.count(), // of each request of the plan that was sent
        operations.stream().mapToLong(Operation::requests).sum(),
        sum(each -> each.addend().errors()),
        operations.stream()
            .mapToLong(each -> each.statuses().getOrDefault(Tally.NO_ANSWER, 0L))
            .sum(),
        timeline.stream().mapToLong(Second::throttled).sum(),
        sum(each -> each.addend().brokenInvariants()),
        operations.stream().mapToLong(Operation::violations).sum(),
        sum(each -> each.load().generator().validated()),
        sum(each -> each.addend().notValidated()),
        greatest(each -> each.load().generator().validationLagMillis()),
        reached(),
        Micros.sum(operations.stream().map(Operation::histogram).toList()).quantiles(),
        Micros.sum(operations.stream().map(Operation::intendedHistogram).toList()).quantiles(),
        operations,
        timeline,
        lag(),
        lags.encoded(),
        effort());
  }

  private Volume reached() {
    double first =
        shards.all().stream()
            .mapToDouble(each -> shards.secondsAfter(each) + each.addend().firstSeconds())
            .min()
            .orElse(0);
    double took = greatest(each -> shards.secondsAfter(each) + each.addend().lastSeconds()) - first;
    return Recorder.volume(
        sum(each -> each.load().reached().requests()),
        plan.seconds(),
        took,
        sum(each -> each.load().reached().items()));
  }

  private List<Operation> operations() {
    Map<String, List<Operation>> byName =
        shards
            .each(each -> each.load().operations().stream())
            .collect(Collectors.groupingBy(Operation::name, TreeMap::new, Collectors.toList()));
    List<Operation> sums = new ArrayList<>();
    byName.forEach((name, parts) -> sums.add(sum(name, parts)));
    return sums;
  }

  private static Operation sum(String name, List<Operation> parts) {
    Map<String, Long> statuses = new TreeMap<>();
    parts.forEach(
        part ->
            part.statuses().forEach((status, count) -> statuses.merge(status, count, Long::sum)));
    Micros latency = Micros.sum(parts.stream().map(Operation::histogram).toList());
    Micros intended = Micros.sum(parts.stream().map(Operation::intendedHistogram).toList());
    return new Operation(
        name,
        parts.stream().mapToLong(Operation::requests).sum(),
        parts.stream().mapToLong(Operation::ok).sum(),
        statuses,
        latency.quantiles(),
        intended.quantiles(),
        parts.stream().map(Operation::items).reduce(new Items(0, 0, 0, 0, 0, 0), Tally::sum),
        parts.stream().mapToLong(Operation::violations).sum(),
        latency.encoded(),
        intended.encoded());
  }

  private Micros lags() {
    return Micros.sum(
        shards.all().stream().map(each -> each.load().generator().lagHistogram()).toList());
  }

  /** Of the worst machine: a sum would hide one of many that was late. */
  private Lag lag() {
    return new Lag(
        greatest(each -> each.load().generator().lagMillis().p50()),
        greatest(each -> each.load().generator().lagMillis().p99()),
        greatest(each -> each.load().generator().lagMillis().max()));
  }

  double greatestCpuShare() {
    return greatest(each -> each.load().generator().cpuShare());
  }

  double cpuSeconds() {
    return shards.all().stream().mapToDouble(each -> each.load().generator().cpuSeconds()).sum();
  }

  /** As if the busiest generator had run on this machine. */
  private Effort effort() {
    double processors = Runtime.getRuntime().availableProcessors();
    return new Effort(
        plan.seconds(),
        greatestCpuShare() * plan.seconds() * processors,
        (long) greatest(each -> each.load().generator().gcMillis()),
        (long) greatest(each -> each.load().generator().longestGcMillis()));
  }

  /** Each kind once, the most frequent first. */
  List<Problem> problems() {
    record Kind(String operation, String kind) {}
    Map<Kind, List<Problem>> kinds = new LinkedHashMap<>();
    shards
        .each(each -> each.load().problems().stream())
        .forEach(
            problem ->
                kinds
                    .computeIfAbsent(
                        new Kind(problem.operation(), problem.kind()), first -> new ArrayList<>())
                    .add(problem));
    return kinds.entrySet().stream()
        .map(
            each ->
                new Problem(
                    each.getKey().operation(),
                    each.getKey().kind(),
                    each.getValue().stream().mapToLong(Problem::times).sum(),
                    exchanges(each.getValue())))
        .sorted(Comparator.comparing(Problem::times).reversed())
        .toList();
  }

  private static List<Exchange> exchanges(List<Problem> parts) {
    return parts.stream()
        .flatMap(part -> part.exchanges().stream())
        .limit(FIRST_EXCHANGES)
        .toList();
  }

  /** At most: the parts' fullest windows need not be the same. */
  List<QuotaUse> quota() {
    Map<String, QuotaUse> byBudget = new LinkedHashMap<>();
    shards
        .each(each -> each.load().quota().stream())
        .forEach(use -> byBudget.merge(use.budget(), use, ShardSum::sum));
    return List.copyOf(byBudget.values());
  }

  private static QuotaUse sum(QuotaUse a, QuotaUse b) {
    return new QuotaUse(a.budget(), a.most() + b.most(), a.limit() + b.limit(), a.windowSeconds());
  }

  private long sum(ToLongFunction<ShardResult> figure) {
    return shards.all().stream().mapToLong(figure).sum();
  }

  private double greatest(ToDoubleFunction<ShardResult> figure) {
    return shards.all().stream().mapToDouble(figure).max().orElse(0);
  }
}
