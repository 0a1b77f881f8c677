package dev.rollcall.load.measure;

import dev.rollcall.load.question.Lookup;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * How a long run is getting on, in a line every few seconds. Counts since the last line, warm-up
 * included. Safe for use by many threads.
 */
public final class Progress {
  static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Shorter runs are over before anybody wonders. */
  private static final int LEAST_SECONDS = 15;

  private static final double NANOS = 1e9;

  private final int allSeconds;
  private final Consumer<String> told;
  private final LongSupplier nanoTime;
  private final Histogram micros = new Histogram(2);
  private boolean begun;
  private long beganNanos;
  private long lastNanos;
  private long asked;
  private long answered;
  private long errors;

  public Progress(int allSeconds, Consumer<String> told, LongSupplier nanoTime) {
    this.allSeconds = allSeconds;
    this.told = told;
    this.nanoTime = nanoTime;
  }

  public synchronized void sent() {
    long now = nanoTime.getAsLong();
    if (!begun) {
      begun = true;
      beganNanos = now;
      lastNanos = now;
    }
    if (allSeconds > LEAST_SECONDS && now - lastNanos >= INTERVAL.toNanos()) {
      tell(now);
    }
    asked++;
  }

  public synchronized void done(Lookup lookup) {
    if (lookup.judgement().isAnswered()) {
      answered++;
      micros.recordValue(Math.max(0, lookup.latencyMicros()));
    }
    errors += lookup.judgement().isOk() ? 0 : 1;
  }

  private void tell(long now) {
    double took = (now - lastNanos) / NANOS;
    double left = Math.max(0, allSeconds - (now - beganNanos) / NANOS);
    told.accept(
        String.format(
            Locale.ROOT,
            "load: %.0f s left, asked %.1f/s, reached %.1f/s, %d errors, p99 %.1f ms",
            left,
            asked / took,
            answered / took,
            errors,
            Micros.millis(micros, 99)));
    lastNanos = now;
    asked = 0;
    answered = 0;
    errors = 0;
    micros.reset();
  }
}
