package dev.rollcall.load.throttle;

import dev.rollcall.load.question.Judgement;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.load.question.Question;
import dev.rollcall.schema.Schemas;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Every answer with status 429 of a run, its warm-up too, and what it says. Safe for use by many
 * threads.
 */
public final class Refusals {
  private static final String ERROR = "error";

  private final Schemas schemas;
  private final int kept;
  private final BitSet served = new BitSet();
  private final List<Long> servedNanos = new ArrayList<>();
  private final Deque<Question> last = new ArrayDeque<>();
  private final List<Double> waits = new ArrayList<>();
  private Optional<Long> first = Optional.empty();
  private long count;
  private long complete;
  private long told;
  private double longest;

  /**
   * @param kept how many refused questions are remembered, the last ones
   */
  public Refusals(Schemas schemas, int kept) {
    this.schemas = schemas;
    this.kept = kept;
  }

  public synchronized void add(Lookup lookup) {
    if (lookup.judgement().status() != Judgement.THROTTLED) {
      if (lookup.judgement().isOk()) {
        served.set((int) lookup.index());
        servedNanos.add(lookup.intendedNanos());
      }
      return;
    }
    first = Optional.of(Math.min(first.orElse(lookup.index()), lookup.index()));
    count++;
    complete += schemas.validate(ERROR, lookup.answer()).isEmpty() ? 1 : 0;
    RetryAfter.of(lookup.headers()).seconds().ifPresent(this::told);
    last.addLast(lookup.question());
    if (last.size() > kept) {
      last.removeFirst();
    }
  }

  private void told(double seconds) {
    told++;
    longest = Math.max(longest, seconds);
    if (!waits.contains(seconds)) {
      waits.add(seconds);
    }
  }

  public synchronized long count() {
    return count;
  }

  /** Those whose body is an error as documented. */
  synchronized long complete() {
    return complete;
  }

  /** Those that say how long to wait. */
  synchronized long told() {
    return told;
  }

  synchronized double longest() {
    return longest;
  }

  /** The waits that were told, each once, in order. */
  synchronized List<Double> waits() {
    return List.copyOf(waits);
  }

  /** Requests that were sent before the first that was refused, and served; 0 if none was. */
  synchronized long firstAfter() {
    return first.map(index -> served.get(0, index.intValue()).cardinality()).orElse(0);
  }

  /** Requests of the first so many nanoseconds that were served, in whatever order they arrived. */
  synchronized long servedWithin(long nanos) {
    long origin = servedNanos.stream().reduce((a, b) -> a - b < 0 ? a : b).orElse(0L);
    return servedNanos.stream().filter(each -> each - origin < nanos).count();
  }

  synchronized List<Question> last() {
    return List.copyOf(last);
  }
}
