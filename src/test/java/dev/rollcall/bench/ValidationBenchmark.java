package dev.rollcall.bench;

import dev.rollcall.schema.Schemas;
import dev.rollcall.schema.StrictJson;
import dev.rollcall.schema.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to judge an answer of 650 presences as our fake sends them, some with a note, some
 * out of office, and how much of that is parsing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {
  private static final String SCHEMA = "getPresencesByUserId.response";
  private static final int PRESENCES = 650;
  private static final long SEED = 650;
  private static final int PER_CENT = 100;
  private static final int WITH_NOTE = 20;
  private static final int OUT_OF_OFFICE = 8;

  private static final List<String> PAIRS =
      List.of(
          pair("Available", "Available"),
          pair("Away", "Away"),
          pair("BeRightBack", "BeRightBack"),
          pair("Busy", "InACall"),
          pair("Busy", "InAMeeting"),
          pair("DoNotDisturb", "Presenting"),
          pair("Offline", "Offline"));

  private static final String NOTE =
      """
      {"message":{"content":"Back at 3 pm","contentType":"text"},\
      "expiryDateTime":{"dateTime":"2026-08-27T15:00:00.0000000","timeZone":"UTC"},\
      "publishedDateTime":"2026-08-27T09:14:22.9411568Z"}""";

  private final Schemas schemas = Schemas.bundled("v1.0");
  private final byte[] body = body();
  private final JsonNode document = JsonMapper.shared().readTree(body);

  private static byte[] body() {
    Random random = new Random(SEED);
    return IntStream.range(0, PRESENCES)
        .mapToObj(number -> presence(random))
        .collect(
            Collectors.joining(
                ",",
                "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/"
                    + "$metadata#Collection(microsoft.graph.presence)\",\"value\":[",
                "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String pair(String availability, String activity) {
    return "\"availability\":\"" + availability + "\",\"activity\":\"" + activity + '"';
  }

  private static String presence(Random random) {
    boolean out = random.nextInt(PER_CENT) < OUT_OF_OFFICE;
    return """
        {"id":"%s",%s,"statusMessage":%s,\
        "outOfOfficeSettings":{"message":%s,"isOutOfOffice":%s},"sequenceNumber":"A0%09d"}"""
        .formatted(
            new UUID(random.nextLong(), random.nextLong()),
            PAIRS.get(random.nextInt(PAIRS.size())),
            random.nextInt(PER_CENT) < WITH_NOTE ? NOTE : "null",
            out ? "\"Away until Monday\"" : "null",
            out,
            random.nextInt(1_000_000_000));
  }

  /** What a lenient reader needs. */
  @Benchmark
  public JsonNode parse() {
    return JsonMapper.shared().readTree(body);
  }

  /** The same, refusing a member that comes twice. */
  @Benchmark
  public Optional<JsonNode> parseStrictly() {
    return StrictJson.read(body);
  }

  /** Holding against the schema alone. */
  @Benchmark
  public List<Violation> validateTree() {
    return schemas.validate(SCHEMA, document);
  }

  /** All that a load run does to an answer. */
  @Benchmark
  public List<Violation> validateBytes() {
    return schemas.validate(SCHEMA, body);
  }

  /** Runs this benchmark alone. */
  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(ValidationBenchmark.class.getSimpleName()).build())
        .run();
  }
}
