package dev.rollcall.schema;

import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Operation;
import dev.rollcall.definition.Resource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives JSON Schema 2020-12 from a definition: a file for each resource, and for each request and
 * answer that has a body. Errors of every operation share {@code error.schema.json}, the schema of
 * the resource {@code error}.
 *
 * <p>A value list of a {@code String} becomes two {@code $defs}, documented and observed, joined by
 * {@code anyOf}; resources are closed except for OData annotations, so that drift shows.
 */
public final class SchemaDerivation {
  static final String ENDING = ".schema.json";

  private SchemaDerivation() {}

  /**
   * The files by name, such as {@code presence.schema.json}: JSON with two spaces of indentation,
   * line feeds and one at the end.
   */
  public static SortedMap<String, String> derive(Definition definition) {
    SortedMap<String, String> files = new TreeMap<>();
    SchemaFile file = new SchemaFile(definition);
    for (Resource resource : definition.resources()) {
      String name = resource.name() + ENDING;
      files.put(name, SchemaText.of(file.resource(name, resource)));
    }
    for (Operation operation : definition.operations()) {
      if (!operation.parameters().isEmpty()) {
        String name = operation.name() + ".request" + ENDING;
        files.put(name, SchemaText.of(file.request(name, operation)));
      }
      operation
          .returns()
          .ifPresent(
              type -> {
                String name = operation.name() + ".response" + ENDING;
                files.put(name, SchemaText.of(file.response(name, operation, type)));
              });
    }
    return Collections.unmodifiableSortedMap(files);
  }
}
