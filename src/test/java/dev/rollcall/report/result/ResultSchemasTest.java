package dev.rollcall.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rollcall.report.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of our own files, and the files. */
class ResultSchemasTest {
  private static final String ROOT = "https://rollcall.dev/schemas/";

  @ParameterizedTest
  @ValueSource(strings = {"every-outcome", "good", "unreached"})
  void contractResultsFollowTheirSchema(String name) throws IOException {
    assertEquals(List.of(), problems("contract-result", ResultFiles.json(Sample.contract(name))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every-outcome",
        "good",
        "untrusted",
        "not-allowed",
        "load-rich",
        "load-capacity",
        "load-worse"
      })
  void loadResultsFollowTheirSchema(String name) throws IOException {
    assertEquals(List.of(), problems("load-result", ResultFiles.json(Sample.load(name))));
  }

  @ParameterizedTest
  @CsvSource({
    "contract, DEVIATES, deviates",
    "contract, 2026-11-24T10:00:00Z, yesterday",
    "contract, cut, short",
    "contract, unknown-value, odd-value",
    "load, embedded, somewhere",
    "load, p999, p99.9",
    "load, none, nothing"
  })
  void anotherFormIsRefused(String kind, String written, String changed) throws IOException {
    Path file = Sample.FOLDER.resolve("every-outcome").resolve(kind + ".json");
    String text = Files.readString(file);
    String other = text.replace('"' + written + '"', '"' + changed + '"');
    assertFalse(other.equals(text), "the sample does not hold " + written);
    assertFalse(problems(kind + "-result", other).isEmpty(), changed + " should be refused");
  }

  @Test
  void theSchemasSpeakOfTheFormatsThatAreWritten() throws IOException {
    String next = ResultFiles.json(Sample.load("good")).replace("\"format\": 1", "\"format\": 2");
    assertFalse(problems("load-result", next).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"load-rich", "load-worse"})
  void historiesFollowTheirSchema(String name) throws IOException {
    String json = ResultFiles.json(Sample.history(name));
    assertEquals(List.of(), problems("load-history", json));
    assertFalse(problems("load-history", json.replace("\"p99\"", "\"p98\"")).isEmpty());
  }

  private static List<String> problems(String schema, String json) throws IOException {
    Map<String, String> schemas =
        Map.of(
            ROOT + "contract-result.schema.json",
            Files.readString(Path.of("schemas/contract-result.schema.json")),
            ROOT + "load-result.schema.json",
            Files.readString(Path.of("schemas/load-result.schema.json")),
            ROOT + "load-history.schema.json",
            Files.readString(Path.of("schemas/load-history.schema.json")));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
        .getSchema(SchemaLocation.of(ROOT + schema + ".schema.json"))
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
