package dev.rollcall.bench;

import dev.rollcall.presence.Facts;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.State;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to compute a presence from its facts, which the fake does once for each span in
 * which it holds.
 */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PresenceBenchmark {
  private final Instant start = Instant.parse("2026-11-24T10:00:00Z");
  private final Instant later = start.plus(Duration.ofMinutes(7));
  private final Rules rules = Rules.documented();
  private final Facts facts =
      Facts.unknown(start)
          .set("one", new State("Available", "Available"), Duration.ofHours(1), start, rules)
          .set("two", new State("Busy", "InACall"), Duration.ofHours(2), start, rules);

  @Benchmark
  public Presence presenceOfTwoSessions() {
    return facts.at(later, rules);
  }
}
