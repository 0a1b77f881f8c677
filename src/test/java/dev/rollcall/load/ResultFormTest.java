package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rollcall.load.judge.Made;
import dev.rollcall.load.judge.Observed;
import dev.rollcall.load.measure.Recorder;
import dev.rollcall.load.past.Baseline;
import dev.rollcall.load.past.MadeRun;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Validation;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ResultFormTest {
  private static final MadeRun CLEAN = MadeRun.clean(30, 50);
  private static final LoadPlan PLAN = new LoadPlan("steady", 50, 100, 0, 30);
  private static final ResultForm FORM =
      new ResultForm(Instant.EPOCH, PLAN, Admission.embedded(), "embedded");

  private static final Observed ALONE =
      new Observed(Validation.ALL, List.of(), Optional.empty(), List.of(), Optional.empty());

  @TempDir Path folder;

  @Test
  void aRunIsHeldAgainstItsBaseline() throws IOException {
    LoadResult first = FORM.settled(run(CLEAN, 1), ALONE, Optional.empty(), Map.of());
    assertEquals(LoadVerdict.PASSED, first.verdict(), () -> first.reasons().toString());
    assertNull(first.baseline());
    ResultFiles.write(first, folder);
    LoadResult second =
        FORM.settled(run(CLEAN.withP99(400), 2), ALONE, Optional.of(baseline()), Map.of());
    assertEquals(LoadVerdict.FAILED, second.verdict());
    assertTrue(
        second.reasons().get(0).startsWith("p99 is worse than the baseline: "),
        second.reasons()::toString);
    assertNotNull(second.baseline());
    assertEquals(folder.resolve("load.json").toString(), second.baseline().name());
    ResultFiles.write(second, folder);
    assertEquals(second, ResultFiles.load(folder));
    assertEquals(List.of(), differences());
  }

  @Test
  void nothingMeasuredIsComparedWithNothing() {
    ResultFiles.write(FORM.settled(run(CLEAN, 1), ALONE, Optional.empty(), Map.of()), folder);
    LoadResult nothing =
        FORM.settled(Made.of(PLAN).sent(0).figures(), ALONE, Optional.of(baseline()), Map.of());
    assertEquals(List.of("nothing was measured"), nothing.reasons());
    assertNull(nothing.baseline());
  }

  private Baseline baseline() {
    String file = folder.resolve("load.json").toString();
    return Baseline.of(Settings.exactly(Map.of(Setting.BASELINE, List.of(file))), FORM.comparable())
        .orElseThrow();
  }

  private static Recorder.Figures run(MadeRun run, long seed) {
    return Made.of(PLAN).seconds(run.timeline(seed)).figures();
  }

  private List<?> differences() throws IOException {
    Map<String, String> schemas = new HashMap<>();
    for (String name : List.of("load-result", "contract-result")) {
      String text = Files.readString(Path.of("schemas", name + ".schema.json"));
      schemas.put(JsonMapper.shared().readTree(text).path("$id").asString(), text);
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
        .getSchema(SchemaLocation.of("https://rollcall.dev/schemas/load-result.schema.json"))
        .validate(Files.readString(folder.resolve("load.json")), InputFormat.JSON);
  }
}
