package dev.rollcall.load.measure;

import dev.rollcall.load.question.Judgement;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Quantiles;
import java.util.Map;
import java.util.TreeMap;

/** What became of requests. Not safe for threads; its recorder is. */
public final class Tally {
  public static final String NO_ANSWER = "none";

  private final Map<String, Long> statuses = new TreeMap<>();
  private final Micros latency = new Micros();
  private final Micros fromIntended = new Micros();
  private long requests;
  private long answered;
  private long ok;
  private long errors;
  private long throttled;
  private long brokenInvariants;
  private long violations;
  private long validated;
  private Items items = new Items(0, 0, 0, 0, 0, 0);

  void add(Lookup lookup) {
    Judgement judgement = lookup.judgement();
    requests++;
    statuses.merge(
        judgement.isAnswered() ? Integer.toString(judgement.status()) : NO_ANSWER, 1L, Long::sum);
    ok += judgement.isOk() ? 1 : 0;
    errors += isError(judgement) ? 1 : 0;
    throttled += judgement.items().throttled() > 0 ? 1 : 0;
    brokenInvariants += judgement.breaksInvariant() ? 1 : 0;
    violations += judgement.violations();
    validated += judgement.validated() ? 1 : 0;
    items = sum(items, judgement.items());
    if (judgement.isAnswered()) {
      answered++;
      latency.record(lookup.latencyMicros());
      fromIntended.record(lookup.fromIntendedMicros());
    }
  }

  long requests() {
    return requests;
  }

  /** Those that were answered, with whatever status. */
  long answered() {
    return answered;
  }

  /** Those without answer, or that did not get all they asked for. */
  long errors() {
    return errors;
  }

  /** Those that met the target's limit, in whole or in part. */
  long throttled() {
    return throttled;
  }

  /** Answers that do not name exactly the asked users. */
  long brokenInvariants() {
    return brokenInvariants;
  }

  long violations() {
    return violations;
  }

  long validated() {
    return validated;
  }

  Items items() {
    return items;
  }

  Quantiles latency() {
    return latency.quantiles();
  }

  Quantiles fromIntended() {
    return fromIntended.quantiles();
  }

  Operation operation(String name) {
    return new Operation(
        name,
        requests,
        ok,
        statuses,
        latency.quantiles(),
        fromIntended.quantiles(),
        items,
        violations,
        latency.encoded(),
        fromIntended.encoded());
  }

  /** A good status is no success where parts of the answer have another. */
  private static boolean isError(Judgement judgement) {
    return judgement.isError() || judgement.items().throttled() + judgement.items().failed() > 0;
  }

  public static Items sum(Items a, Items b) {
    return new Items(
        a.asked() + b.asked(),
        a.served() + b.served(),
        a.missing() + b.missing(),
        a.unasked() + b.unasked(),
        a.throttled() + b.throttled(),
        a.failed() + b.failed());
  }
}
