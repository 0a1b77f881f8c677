package dev.rollcall.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rollcall.definition.BundledFolder;
import dev.rollcall.definition.Definition;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas of one version, compiled once. Formats are asserted; nothing is loaded over a
 * network. Safe for use by many threads.
 *
 * <p>A schema goes by its file name without ending: {@code presence}, {@code getPresence.response},
 * {@code error}.
 */
public final class Schemas {
  static final String BASE = "https://rollcall.dev/schemas/";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SortedMap<String, Form> compiled = new TreeMap<>();
  private final OpenLists openLists;

  private Schemas(Map<String, String> files) {
    Map<String, String> byId = new TreeMap<>();
    files.forEach((file, text) -> byId.put(id(file, text), text));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId));
    Recognizer recognizer = new Recognizer(byId);
    files.forEach(
        (file, text) -> {
          Schema schema = registry.getSchema(SchemaLocation.of(id(file, text)));
          schema.initializeValidators();
          compiled.put(name(file), new Form(schema, recognizer.of(id(file, text))));
        });
    openLists = OpenLists.of(files);
  }

  /**
   * The schemas that come with this build.
   *
   * @param version such as {@code v1.0}
   * @throws IllegalArgumentException if there is no such version
   */
  public static Schemas bundled(String version) {
    return Definition.VERSIONS.contains(version) ? Bundled.ALL.get(version) : readBundled(version);
  }

  private static Schemas readBundled(String version) {
    return of(BundledFolder.read("schemas/" + version, "error" + SchemaDerivation.ENDING));
  }

  /** Compiled once: what comes with a build does not change. */
  private static final class Bundled {
    static final Map<String, Schemas> ALL =
        Definition.VERSIONS.stream()
            .collect(Collectors.toUnmodifiableMap(version -> version, Schemas::readBundled));
  }

  /**
   * @param files text by file name, such as {@link SchemaDerivation#derive} gives
   */
  public static Schemas of(Map<String, String> files) {
    return new Schemas(files);
  }

  /** The names of all schemas. */
  public Set<String> names() {
    return Collections.unmodifiableSet(compiled.keySet());
  }

  /**
   * What a document has that the schema refuses; each difference once, array indices left out.
   *
   * @throws IllegalArgumentException if there is no schema of that name
   */
  public List<Violation> validate(String schemaName, byte[] json) {
    Form form = form(schemaName);
    return StrictJson.read(json)
        .map(form::violations)
        .orElseGet(() -> noJson(schemaName, new String(json, StandardCharsets.UTF_8)));
  }

  /** As {@link #validate(String, byte[])}, on a document that is parsed already. */
  public List<Violation> validate(String schemaName, JsonNode document) {
    return form(schemaName).violations(document);
  }

  /** The same, whether the document is recognized or not. */
  List<Violation> validateInFull(String schemaName, JsonNode document) {
    return form(schemaName).violationsInFull(document);
  }

  /**
   * The values of open lists, such as availability and activity, each with its spelling.
   *
   * @throws IllegalArgumentException if there is no schema of that name
   */
  public List<Spelled> spelled(String schemaName, JsonNode document) {
    form(schemaName);
    return openLists.spelled(schemaName + SchemaDerivation.ENDING, document);
  }

  /**
   * One schema.
   *
   * @param recognized says of most documents that are accepted that they are, at little cost
   */
  private record Form(Schema schema, Predicate<JsonNode> recognized) {

    List<Violation> violations(JsonNode document) {
      return recognized.test(document) ? List.of() : violationsInFull(document);
    }

    List<Violation> violationsInFull(JsonNode document) {
      return new Classification(
              schema.validate(
                  document,
                  context ->
                      context.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .violations();
    }
  }

  private static List<Violation> noJson(String schemaName, String text) {
    return List.of(
        new Violation(
            Violation.Kind.SCHEMA,
            "",
            schemaName + SchemaDerivation.ENDING,
            "json",
            Classification.cut(text)));
  }

  private Form form(String name) {
    Form form = compiled.get(name);
    if (form == null) {
      throw new IllegalArgumentException(
          "there is no schema '" + name + "'; known are " + String.join(", ", compiled.keySet()));
    }
    return form;
  }

  private static String name(String file) {
    return file.endsWith(SchemaDerivation.ENDING)
        ? file.substring(0, file.length() - SchemaDerivation.ENDING.length())
        : file;
  }

  private static String id(String file, String text) {
    String id = JSON.readTree(text).path("$id").asString("");
    return id.isEmpty() ? BASE + file : id;
  }
}
