package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadRunTest {
  private static final int BATCH = 3;

  @TempDir Path folder;

  @Test
  void whatIsAskedAnsweredAndLeftOpenEndsInTheFile() throws IOException {
    LoadResult result;
    try (StandIn fake = StandIn.ofOurFake(20);
        LoadRun run = LoadRun.open(fake.settings(settings()))) {
      assertEquals(fake.root() + "/v1.0", run.root());
      assertEquals("Bearer planted-7f3", run.authorization().orElseThrow());
      for (long i = 0; i < run.plan().allRequests(); i++) {
        Lookup lookup = run.next().orElseThrow();
        if (i % 2 == 0) {
          assertEquals(Lookup.AS_ASKED, lookup.answered(200, answer(lookup)));
        }
        run.done(lookup);
      }
      result = run.finish(Map.of("generator", "9.9"));
    }
    assertEquals(LoadVerdict.FAILED, result.verdict());
    assertEquals(Map.of("200", 10L, "none", 10L), result.operations().get(0).statuses());
    assertEquals(20, result.operations().get(0).requests());
    assertEquals("process", result.measured());
    assertEquals("9.9", result.versions().get("generator"));
    assertEquals(result, ResultFiles.load(folder));
  }

  @Test
  void theFileHasThePromisedFormAndNoToken() throws IOException {
    try (StandIn fake = StandIn.ofOurFake(20);
        LoadRun run = LoadRun.open(fake.settings(settings()))) {
      run.done(run.next().orElseThrow());
      run.finish(Map.of());
    }
    String json = Files.readString(folder.resolve("load.json"));
    assertFalse(json.contains("planted-7f3"), json);
    Map<String, String> schemas = new HashMap<>();
    for (String name : List.of("load-result", "contract-result")) {
      String text = Files.readString(Path.of("schemas", name + ".schema.json"));
      schemas.put(JsonMapper.shared().readTree(text).path("$id").asString(), text);
    }
    var schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
            .getSchema(SchemaLocation.of("https://rollcall.dev/schemas/load-result.schema.json"));
    assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
  }

  @Test
  void aTargetThatHasBrokenDownIsLeftAlone() throws IOException {
    LoadResult result;
    int sent = 0;
    Map<Setting, String> settings = new HashMap<>(settings());
    settings.put(Setting.DURATION, "20s");
    try (StandIn fake = StandIn.ofOurFake(20);
        LoadRun run = LoadRun.open(fake.settings(settings))) {
      for (Optional<Lookup> next = run.next(); next.isPresent(); next = run.next()) {
        next.get().header("Retry-After", "3");
        next.get().answered(503, "{\"error\":\"planted-7f3\"}".getBytes(StandardCharsets.UTF_8));
        run.done(next.get());
        sent++;
      }
      result = run.finish(Map.of());
    }
    assertEquals(46, sent);
    assertEquals(LoadVerdict.FAILED, result.verdict());
    assertEquals(
        "stopped: for 5 s more than half of the requests had no answer or a 5xx: 46 of 50",
        result.reasons().get(0));
    LoadResult.Problem problem = result.problems().get(0);
    assertEquals("status 503", problem.kind());
    assertEquals(3, problem.exchanges().size());
    var answer = problem.exchanges().get(0).answer().orElseThrow();
    assertEquals("{\"error\":\"***\"}", answer.body());
    assertEquals(Map.of("Retry-After", "3"), answer.headers());
  }

  @Test
  void lookupsAskForUsersOfTheFakeEachUnderItsOwnRequestId() throws IOException {
    try (StandIn fake = StandIn.ofOurFake(20);
        LoadRun run = LoadRun.open(fake.settings(settings()))) {
      Set<String> requestIds = new HashSet<>();
      for (int i = 0; i < 10; i++) {
        Lookup lookup = run.next().orElseThrow();
        requestIds.add(UUID.fromString(lookup.requestId()).toString());
        JsonNode ids = ids(lookup);
        assertEquals(BATCH, ids.size());
        ids.forEach(
            id -> assertTrue(UUID.fromString(id.asString()).getLeastSignificantBits() < 20));
      }
      assertEquals(10, requestIds.size());
    }
  }

  private Map<Setting, String> settings() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "planted-7f3\n");
    return Map.of(
        Setting.BATCH,
        "" + BATCH,
        Setting.RATE,
        "10",
        Setting.DURATION,
        "2s",
        Setting.OUT,
        folder.toString(),
        Setting.TOKEN_FILE,
        token.toString());
  }

  private static byte[] answer(Lookup lookup) {
    var document = JsonMapper.shared().createObjectNode();
    var value = document.putArray("value");
    for (JsonNode id : ids(lookup)) {
      value
          .addObject()
          .put("id", id.asString())
          .put("availability", "Away")
          .put("activity", "Away");
    }
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode ids(Lookup lookup) {
    return JsonMapper.shared().readTree(lookup.body()).path("ids");
  }
}
