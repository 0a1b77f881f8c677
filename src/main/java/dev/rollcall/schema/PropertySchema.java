package dev.rollcall.schema;

import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Primitive;
import dev.rollcall.definition.Property;
import dev.rollcall.definition.Spelling;
import dev.rollcall.definition.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of one member. */
final class PropertySchema {
  private final Definition definition;
  private final boolean withValues;

  /**
   * @param withValues whether documented and observed values are listed; a request has its own
   *     table of combinations instead
   */
  PropertySchema(Definition definition, boolean withValues) {
    this.definition = definition;
    this.withValues = withValues;
  }

  /**
   * @param definitions where value lists are put, under a name of their own
   */
  Map<String, Object> of(Property property, Map<String, Object> definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!property.description().isEmpty()) {
      schema.put("description", property.description());
    }
    if (property.type().collection()) {
      schema.put("type", nullable("array", property.nullable()));
      Map<String, Object> items = new LinkedHashMap<>();
      element(items, property, false, definitions);
      schema.put("items", items);
    } else {
      element(schema, property, property.nullable(), definitions);
    }
    return schema;
  }

  private void element(
      Map<String, Object> schema,
      Property property,
      boolean nullable,
      Map<String, Object> definitions) {
    TypeName type = property.type();
    if (type.reference()) {
      Map<String, Object> reference = Map.of("$ref", type.name() + SchemaDerivation.ENDING);
      if (nullable) {
        schema.put("anyOf", List.of(reference, Map.of("type", "null")));
      } else {
        schema.putAll(reference);
      }
      return;
    }
    schema.put("type", nullable(jsonType(type), nullable));
    property
        .format()
        .ifPresent(format -> schema.put("format", format.equals("guid") ? "uuid" : format));
    if (isEnumeration(type)) {
      schema.put("enum", withNull(property.values(), nullable));
    } else if (withValues && isOpenList(property)) {
      schema.put("anyOf", valueLists(property, nullable, definitions));
    }
  }

  private List<Object> valueLists(
      Property property, boolean nullable, Map<String, Object> definitions) {
    List<Object> branches = new ArrayList<>();
    Map<String, Collection<String>> lists = new LinkedHashMap<>();
    lists.put("Documented", definition.documentedValues(property.name()));
    lists.put("Observed", definition.observedValues(property.name()));
    lists.forEach(
        (kind, values) -> {
          if (!values.isEmpty()) {
            String name = property.name() + kind;
            List<String> spelled = new ArrayList<>();
            for (String value : values) {
              spelled.add(Spelling.DOCUMENTED.of(value));
              spelled.add(Spelling.PASCAL.of(value));
            }
            definitions.put(name, Map.of("enum", withNull(spelled, nullable)));
            branches.add(Map.of("$ref", "#/$defs/" + name));
          }
        });
    return branches;
  }

  private static boolean isOpenList(Property property) {
    return property.type().name().equals(Primitive.STRING.printed())
        && !property.values().isEmpty();
  }

  private static boolean isEnumeration(TypeName type) {
    return Primitive.named(type.name()).isEmpty();
  }

  private static String jsonType(TypeName type) {
    return Primitive.named(type.name()).map(Primitive::jsonType).orElse("string");
  }

  private static Object nullable(String type, boolean nullable) {
    return nullable ? List.of(type, "null") : type;
  }

  private static List<Object> withNull(List<String> values, boolean nullable) {
    List<Object> all = new ArrayList<>(values);
    if (nullable) {
      all.add(null);
    }
    return all;
  }
}
