package dev.rollcall.bench;

import dev.rollcall.schema.Schemas;
import dev.rollcall.schema.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What it costs to judge an answer of 650 presences, and how much of that is parsing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {
  private static final String SCHEMA = "getPresencesByUserId.response";

  private final Schemas schemas = Schemas.bundled("v1.0");
  private final byte[] body =
      LongStream.range(0, 650)
          .mapToObj(ValidationBenchmark::presence)
          .collect(Collectors.joining(",", "{\"value\":[", "]}"))
          .getBytes(StandardCharsets.UTF_8);
  private final JsonNode document = JsonMapper.shared().readTree(body);

  private static String presence(long number) {
    return """
        {"id":"%s","availability":"Available","activity":"Available",\
        "outOfOfficeSettings":{"message":null,"isOutOfOffice":false},\
        "sequenceNumber":"A0129311063"}"""
        .formatted(new UUID(number, number));
  }

  @Benchmark
  public JsonNode parse() {
    return JsonMapper.shared().readTree(body);
  }

  @Benchmark
  public List<Violation> validateTree() {
    return schemas.validate(SCHEMA, document);
  }

  @Benchmark
  public List<Violation> validateBytes() {
    return schemas.validate(SCHEMA, body);
  }
}
