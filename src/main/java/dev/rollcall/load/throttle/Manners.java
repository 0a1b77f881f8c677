package dev.rollcall.load.throttle;

import dev.rollcall.load.plan.Beyond;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.question.Question;
import dev.rollcall.report.result.LoadResult.Slo;
import dev.rollcall.report.result.LoadResult.Throttling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * How a target that has just refused requests treats who waits, and who does not. First one client
 * asks too early, waits, and asks again; then refused lookups are repeated by clients that wait as
 * long as they are told, and a little longer, each another.
 */
public final class Manners {
  /** Documented of each of the two reads. */
  static final int DOCUMENTED = 1_500;

  /** Within which they are counted: whoever asks for nothing so long is served. */
  static final int WINDOW_SECONDS = 30;

  private static final double NANOS = 1e9;

  /** For whoever is not told how long to wait. */
  private static final double UNTOLD_SECONDS = 5;

  private static final double JITTER_SECONDS = 1;

  /** For the way there and back, and a busy machine. */
  private static final double TOLERANCE_SECONDS = 1;

  private static final long SEED = 20_261_126;

  private final Asking target;
  private final Waiting waiting;
  private final LongSupplier nanoTime;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Slo> findings = new ArrayList<>();

  /** Sends one request outside of the plan. */
  @FunctionalInterface
  interface Asking {
    Told ask(Question question);
  }

  /** Lets time pass. */
  @FunctionalInterface
  public interface Waiting {
    void sleep(Duration time);
  }

  /** What came back. */
  record Told(boolean served, boolean refused, RetryAfter retryAfter) {}

  /** A lookup that is still open. */
  private record Due(Question question, long atNanos) {}

  public Manners(Asking target, Waiting waiting, LongSupplier nanoTime) {
    this.target = target;
    this.waiting = waiting;
    this.nanoTime = nanoTime;
  }

  /** In real time. A thread that is interrupted goes on at once. */
  public static void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Judges what was refused, and asks again.
   *
   * @param refusals one or more
   */
  public Throttling judge(Refusals refusals, Beyond beyond) {
    long count = refusals.count();
    long served = refusals.servedWithin((long) (WINDOW_SECONDS * NANOS));
    finding(
        "1,500 requests in 30 s are served",
        "1,500 or more in the first 30 s",
        grouped(served),
        served >= DOCUMENTED);
    finding(
        "every 429 is an error with code and message",
        "all",
        refusals.complete() + " of " + count,
        refusals.complete() == count);
    finding(
        "every 429 names Retry-After in whole seconds",
        "all",
        refusals.told() + " of " + count,
        refusals.told() == count);
    finding(
        "Retry-After is no longer than the window",
        "at most " + WINDOW_SECONDS + " s",
        seconds(refusals.longest()),
        refusals.longest() <= WINDOW_SECONDS);
    long start = nanoTime.getAsLong();
    recover(refusals.last().get(0), start, beyond);
    double recovered = (nanoTime.getAsLong() - start) / NANOS;
    long lost = lost(refusals.last(), beyond);
    finding("a well-behaved client loses no lookup", "0", Long.toString(lost), lost == 0);
    return new Throttling(
        refusals.firstAfter(), count, refusals.waits(), tenths(recovered), lost, findings);
  }

  private void recover(Question question, long start, Beyond beyond) {
    Told told = target.ask(question);
    double promised = 0;
    if (told.refused()) {
      double wait = told.retryAfter().seconds().orElse(UNTOLD_SECONDS);
      sleep(wait / 2);
      Told early = target.ask(question);
      double more = early.retryAfter().seconds().orElse(UNTOLD_SECONDS);
      finding(
          "who asks too early is told anew, and not barred",
          "served, or 429 with a wait of at most " + WINDOW_SECONDS + " s",
          early.served() ? "served" : early.refused() ? "429, " + seconds(more) : "another error",
          early.served()
              || early.refused()
                  && early
                      .retryAfter()
                      .seconds()
                      .filter(each -> each <= WINDOW_SECONDS)
                      .isPresent());
      told = early;
      if (!early.served()) {
        sleep(more);
        told = target.ask(question);
      }
      promised = wait / 2 + (early.served() ? 0 : more);
      finding(
          "who waits as long as Retry-After says is served",
          "served",
          told.served() ? "served" : "not served",
          told.served());
    }
    while (!told.served() && elapsed(start) < beyond.patienceSeconds()) {
      sleep(told.retryAfter().seconds().orElse(UNTOLD_SECONDS));
      told = target.ask(question);
    }
    double took = elapsed(start);
    finding(
        "recovers when Retry-After has passed",
        "within " + seconds(promised + TOLERANCE_SECONDS),
        told.served() ? seconds(took) : "not within " + seconds(took),
        told.served() && took <= promised + TOLERANCE_SECONDS);
  }

  /** Those that gave up. They were all told to wait before, and have waited for less or longer. */
  private long lost(List<Question> questions, Beyond beyond) {
    long start = nanoTime.getAsLong();
    long end = start + Duration.ofSeconds(beyond.patienceSeconds()).toNanos();
    var open = new PriorityQueue<Due>(Comparator.comparingLong(due -> due.atNanos() - start));
    questions.forEach(each -> open.add(new Due(each, start + jitter())));
    long lost = 0;
    for (Optional<Due> due = next(open); due.isPresent(); due = next(open)) {
      sleep(Math.max(0, (due.get().atNanos() - nanoTime.getAsLong()) / NANOS));
      Told told = target.ask(due.get().question());
      long again =
          nanoTime.getAsLong()
              + (long) (told.retryAfter().seconds().orElse(UNTOLD_SECONDS) * NANOS)
              + jitter();
      if (!told.served() && again - end > 0) {
        lost++;
      } else if (!told.served()) {
        open.add(new Due(due.get().question(), again));
      }
    }
    return lost;
  }

  private static Optional<Due> next(PriorityQueue<Due> open) {
    return Optional.ofNullable(open.poll());
  }

  private long jitter() {
    return (long) (random.nextDouble() * JITTER_SECONDS * NANOS);
  }

  private double elapsed(long start) {
    return (nanoTime.getAsLong() - start) / NANOS;
  }

  private void sleep(double seconds) {
    waiting.sleep(Duration.ofNanos((long) (seconds * NANOS)));
  }

  private void finding(String name, String limit, String actual, boolean met) {
    findings.add(new Slo(name, limit, actual, met));
  }

  private static double tenths(double seconds) {
    return Math.round(10 * seconds) / 10.0;
  }

  private static String seconds(double seconds) {
    return LoadPlan.plain(tenths(seconds)) + " s";
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
