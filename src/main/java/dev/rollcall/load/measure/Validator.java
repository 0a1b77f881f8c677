package dev.rollcall.load.measure;

import dev.rollcall.load.plan.Validation;
import dev.rollcall.load.question.Lookup;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds answers against their schemas away from where requests are sent, so that no request waits
 * for it. Holds a bounded number of bytes; what does not fit is not validated, and counted.
 */
public final class Validator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Validator.class);
  private static final long MOST_BYTES = 64L << 20;
  private static final int SAMPLE_OF = 10;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Validation which;
  private final long mostBytes;
  private final LongSupplier nanoTime;
  private final LongPredicate warmUp;
  private final Consumer<Lookup> judged;
  private final ThreadPoolExecutor workers;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong longestNanos = new AtomicLong();

  /**
   * @param warmUp numbers of requests that do not count
   * @param judged takes every lookup that is handed in, once all is known of it
   */
  public Validator(
      Validation which, LongSupplier nanoTime, LongPredicate warmUp, Consumer<Lookup> judged) {
    this(which, MOST_BYTES, nanoTime, warmUp, judged);
  }

  public Validator(
      Validation which,
      long mostBytes,
      LongSupplier nanoTime,
      LongPredicate warmUp,
      Consumer<Lookup> judged) {
    this.which = which;
    this.mostBytes = mostBytes;
    this.nanoTime = nanoTime;
    this.warmUp = warmUp;
    this.judged = judged;
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.workers =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Validator::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rollcall-validation");
    thread.setDaemon(true);
    return thread;
  }

  /** What came of it. */
  public record Figures(long missed, double longestMillis) {}

  /** Takes a lookup that is over, and returns at once. */
  public void take(Lookup lookup) {
    if (!wants(lookup.index()) || !lookup.hasForm()) {
      judged.accept(lookup);
    } else if (waitingBytes.addAndGet(lookup.answer().length) > mostBytes) {
      waitingBytes.addAndGet(-lookup.answer().length);
      miss(lookup);
    } else {
      workers.execute(new Work(lookup, nanoTime.getAsLong()));
    }
  }

  private boolean wants(long index) {
    return switch (which) {
      case ALL -> true;
      case SAMPLE -> index % SAMPLE_OF == 0;
      case NONE -> false;
    };
  }

  private void miss(Lookup lookup) {
    missed.addAndGet(warmUp.test(lookup.index()) ? 0 : 1);
    judged.accept(lookup);
  }

  private final class Work implements Runnable {
    private final Lookup lookup;
    private final long sinceNanos;

    Work(Lookup lookup, long sinceNanos) {
      this.lookup = lookup;
      this.sinceNanos = sinceNanos;
    }

    @Override
    public void run() {
      if (!warmUp.test(lookup.index())) {
        longestNanos.accumulateAndGet(nanoTime.getAsLong() - sinceNanos, Math::max);
      }
      try {
        lookup.validate();
        judged.accept(lookup);
      } catch (RuntimeException e) {
        LOG.warn("an answer could not be validated", e);
        miss(lookup);
      } finally {
        waitingBytes.addAndGet(-lookup.answer().length);
      }
    }
  }

  /** Waits for what is under way; what is not done in time counts as missed. */
  public Figures finish(Duration longest) {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        giveUp();
      }
    } catch (InterruptedException e) {
      giveUp();
      Thread.currentThread().interrupt();
    }
    return new Figures(missed.get(), longestNanos.get() / NANOS_PER_MILLI);
  }

  private void giveUp() {
    workers.shutdownNow().forEach(left -> miss(((Work) left).lookup));
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
