package dev.rollcall.load.measure;

import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.LoadResult.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The first exchanges of each kind of wrong answer. Safe for use by many threads. */
public final class Problems {
  private static final int FIRST = 3;

  /** A target that is wrong in ever new ways shall not fill the memory. */
  private static final int MOST_KINDS = 50;

  private static final String OTHERS = "other problems";

  private final Function<Lookup, Exchange> record;
  private final Map<Key, Kept> kept = new LinkedHashMap<>();

  /**
   * @param record puts an exchange on record, without secrets
   */
  public Problems(Function<Lookup, Exchange> record) {
    this.record = record;
  }

  private record Key(String operation, String kind) {}

  private static final class Kept {
    private final List<Exchange> exchanges = new ArrayList<>();
    private long times;
  }

  public synchronized void add(Lookup lookup) {
    if (lookup.judgement().isOk()) {
      return;
    }
    Key key = new Key(lookup.operation(), lookup.judgement().summary());
    if (!kept.containsKey(key) && kept.size() >= MOST_KINDS) {
      key = new Key(lookup.operation(), OTHERS);
    }
    Kept of = kept.computeIfAbsent(key, first -> new Kept());
    of.times++;
    if (of.exchanges.size() < FIRST) {
      of.exchanges.add(record.apply(lookup));
    }
  }

  /** The most frequent first. */
  public synchronized List<Problem> list() {
    List<Problem> problems = new ArrayList<>();
    kept.forEach(
        (key, of) ->
            problems.add(new Problem(key.operation(), key.kind(), of.times, of.exchanges)));
    problems.sort(Comparator.comparing(Problem::times).reversed());
    return List.copyOf(problems);
  }
}
