package dev.rollcall.load.merge;

import dev.rollcall.target.InvalidSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All parts of one plan, in order; nothing else can be added up. */
record ShardResults(List<ShardResult> all) {
  /** Runs that began further apart did not load the target together. */
  private static final Duration FURTHEST_APART = Duration.ofSeconds(3);

  ShardResults {
    all = List.copyOf(all);
  }

  /**
   * @throws dev.rollcall.report.result.UnreadableResult if a folder holds no result of this format
   * @throws InvalidSetting if they are not all parts of one plan that ran at one time, each once
   */
  static ShardResults in(List<Path> folders) {
    List<ShardResult> found = folders.stream().map(ShardResult::in).toList();
    ShardResult first = found.get(0);
    Map<Integer, ShardResult> byIndex = new LinkedHashMap<>();
    for (ShardResult each : found) {
      each.difference(first)
          .ifPresent(
              why -> {
                throw ShardResult.refusal(
                    each.folder(), why + "; only parts of one plan can be added");
              });
      ShardResult same = byIndex.put(each.shard().index(), each);
      if (same != null) {
        throw ShardResult.refusal(
            each.folder(),
            "holds " + each.name() + ", as does " + same.folder() + "; name each shard once");
      }
    }
    requireComplete(byIndex, first.shard().of());
    var results =
        new ShardResults(
            found.stream().sorted(Comparator.comparing(each -> each.shard().index())).toList());
    results.requireTogether();
    return results;
  }

  private static void requireComplete(Map<Integer, ShardResult> byIndex, int of) {
    List<String> missing =
        IntStream.rangeClosed(1, of)
            .filter(index -> !byIndex.containsKey(index))
            .mapToObj(index -> index + "/" + of)
            .toList();
    if (!missing.isEmpty()) {
      throw new InvalidSetting(
          "merge: shard "
              + String.join(", ", missing)
              + " is missing, and a part of the load says nothing of all of it; name its folder,"
              + " or run all shards again");
    }
  }

  private void requireTogether() {
    ShardResult last = all.stream().max(Comparator.comparing(ShardResult::startedAt)).orElseThrow();
    Duration apart = Duration.between(startedAt(), last.startedAt());
    if (apart.compareTo(FURTHEST_APART) > 0) {
      throw ShardResult.refusal(
          last.folder(),
          String.format(
              Locale.ROOT,
              "%s began %.1f s after the first one, which is not together; give all shards the"
                  + " same --start-at, and set the clocks of their machines",
              last.name(),
              apart.toMillis() / 1e3));
    }
  }

  ShardResult first() {
    return all.get(0);
  }

  /** When the first one began. */
  Instant startedAt() {
    return all.stream().map(ShardResult::startedAt).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** How long after the first one this one began. */
  double secondsAfter(ShardResult result) {
    return Duration.between(startedAt(), result.startedAt()).toNanos() / 1e9;
  }

  /** The same in whole seconds, which is as fine as a timeline is. */
  int shift(ShardResult result) {
    return (int) Math.round(secondsAfter(result));
  }

  <T> Stream<T> each(Function<ShardResult, Stream<T>> part) {
    return all.stream().flatMap(part);
  }
}
