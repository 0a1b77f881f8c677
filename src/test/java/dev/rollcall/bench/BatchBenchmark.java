package dev.rollcall.bench;

import dev.rollcall.fake.operation.BatchKernel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The answer for many: parse the ids, look each up, join the bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BatchBenchmark {
  /** How many ids are asked for. */
  @Param({"10", "650"})
  public int ids;

  private BatchKernel kernel;

  /** Makes the world. */
  @Setup
  public void world() {
    kernel = new BatchKernel(ids);
  }

  /** One answer. */
  @Benchmark
  public int answer() {
    return kernel.answer();
  }

  /** Its first step. */
  @Benchmark
  public int parsing() {
    return kernel.parsed();
  }

  /** What a write makes of one item of it. */
  @Benchmark
  public byte[] rendering() {
    return kernel.rendered();
  }

  /** Runs this benchmark alone. */
  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(BatchBenchmark.class.getSimpleName()).build()).run();
  }
}
