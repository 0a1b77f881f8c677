package dev.rollcall.schema;

import dev.rollcall.definition.Combination;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Operation;
import dev.rollcall.definition.Place;
import dev.rollcall.definition.Property;
import dev.rollcall.definition.Resource;
import dev.rollcall.definition.Spelling;
import dev.rollcall.definition.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of one schema file, as maps and lists in the order in which they are written. */
final class SchemaFile {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Definition definition;

  SchemaFile(Definition definition) {
    this.definition = definition;
  }

  Map<String, Object> resource(String file, Resource resource) {
    Map<String, Object> schema =
        head(file, resource.name(), "The type " + resource.name(), resource.place());
    object(schema, resource.properties(), new PropertySchema(definition, true));
    if (!resource.open()) {
      close(schema);
    }
    return schema;
  }

  Map<String, Object> request(String file, Operation operation) {
    Map<String, Object> schema =
        head(
            file,
            operation.name() + " request",
            "The body of a request to " + operation.name(),
            operation.place());
    object(schema, operation.parameters(), new PropertySchema(definition, false));
    close(schema);
    if (!operation.combinations().isEmpty()) {
      schema.put("anyOf", operation.combinations().stream().map(SchemaFile::combination).toList());
    }
    return schema;
  }

  Map<String, Object> response(String file, Operation operation, TypeName type) {
    Map<String, Object> schema =
        head(
            file,
            operation.name() + " response",
            "The body of a successful answer of " + operation.name(),
            operation.place());
    String element = type.name() + SchemaDerivation.ENDING;
    if (!type.collection()) {
      schema.put("$ref", element);
      return schema;
    }
    schema.put("type", "object");
    schema.put(
        "properties", Map.of("value", ordered("type", "array", "items", Map.of("$ref", element))));
    schema.put("required", List.of("value"));
    close(schema);
    return schema;
  }

  private Map<String, Object> head(String file, String title, String what, Place page) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("$id", Schemas.BASE + definition.version() + "/" + file);
    schema.put("title", title);
    schema.put("description", what + ", as " + page.page() + " defines it.");
    return schema;
  }

  private static void object(
      Map<String, Object> schema, List<Property> properties, PropertySchema content) {
    schema.put("type", "object");
    Map<String, Object> members = new LinkedHashMap<>();
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (Property property : properties) {
      members.put(property.name(), content.of(property, definitions));
    }
    schema.put("properties", members);
    List<String> required =
        properties.stream().filter(Property::required).map(Property::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!definitions.isEmpty()) {
      schema.put("$defs", definitions);
    }
  }

  /** No member but the named ones; annotations such as {@code @odata.context} are free. */
  private static void close(Map<String, Object> schema) {
    schema.put("patternProperties", ordered("^@", true, "@odata\\.", true));
    schema.put("additionalProperties", false);
  }

  private static Map<String, Object> combination(Combination pair) {
    return Map.of(
        "properties",
        ordered(
            "activity", Map.of("enum", spellings(pair.activity())),
            "availability", Map.of("enum", spellings(pair.availability()))));
  }

  private static List<String> spellings(String value) {
    return List.of(Spelling.DOCUMENTED.of(value), Spelling.PASCAL.of(value));
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    ordered.put(first, firstValue);
    ordered.put(second, secondValue);
    return ordered;
  }
}
