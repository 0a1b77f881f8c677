package dev.rollcall.schema;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles schemas to predicates that say yes to most of what a schema accepts, at a fraction of
 * what the validator costs, and to nothing that it refuses. A no says nothing: a schema with a
 * keyword that is not known here gets a no, and so does a value in a rare form of its format.
 */
final class Recognizer {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final Set<String> ANNOTATIONS = Set.of("$defs", "description", "title");
  private static final Set<String> OF_MEMBERS =
      Set.of("properties", "patternProperties", "additionalProperties");
  private static final Predicate<JsonNode> ANYTHING = node -> true;
  private static final Predicate<JsonNode> NOTHING = node -> false;

  private final Map<String, JsonNode> schemas = new HashMap<>();
  private final Map<URI, Reference> references = new HashMap<>();

  /**
   * @param texts of schemas by their ids
   */
  Recognizer(Map<String, String> texts) {
    texts.forEach((id, text) -> schemas.put(id, JsonMapper.shared().readTree(text)));
  }

  /** Whether a document is surely accepted by the schema of that id. */
  Predicate<JsonNode> of(String id) {
    return reference(URI.create(id));
  }

  private Predicate<JsonNode> reference(URI target) {
    Reference known = references.get(target);
    if (known != null) {
      return known;
    }
    Reference made = new Reference();
    references.put(target, made); // before what it stands for is compiled, which may refer to it
    made.meant = schema(at(target), target);
    return made;
  }

  private JsonNode at(URI target) {
    String[] parts = target.toString().split("#", 2);
    JsonNode root = schemas.getOrDefault(parts[0], JsonMapper.shared().missingNode());
    return parts.length == 1 ? root : root.at(target.getFragment());
  }

  private static final class Reference implements Predicate<JsonNode> {
    private Predicate<JsonNode> meant = NOTHING;

    @Override
    public boolean test(JsonNode node) {
      return meant.test(node);
    }
  }

  private Predicate<JsonNode> schema(JsonNode schema, URI base) {
    if (!schema.isObject()) {
      return schema.isBoolean() && schema.booleanValue() ? ANYTHING : NOTHING;
    }
    List<Predicate<JsonNode>> keywords = new ArrayList<>();
    schema.forEachEntry(
        (keyword, value) ->
            keywords.add(
                switch (keyword) {
                  case "$schema" -> value.asString("").equals(DIALECT) ? ANYTHING : NOTHING;
                  case "$id" -> value.asString("").equals(base.toString()) ? ANYTHING : NOTHING;
                  case "$ref" -> reference(base.resolve(value.asString("")));
                  case "type" -> type(value);
                  case "enum" -> enumeration(value);
                  case "format" -> format(value);
                  case "anyOf" -> anyOf(value, base);
                  case "items" -> items(schema(value, base));
                  case "required" -> required(value);
                  default ->
                      ANNOTATIONS.contains(keyword) || OF_MEMBERS.contains(keyword)
                          ? ANYTHING
                          : NOTHING;
                }));
    if (OF_MEMBERS.stream().anyMatch(schema::has)) {
      keywords.add(members(schema, base));
    }
    return all(keywords);
  }

  private static Predicate<JsonNode> all(List<Predicate<JsonNode>> parts) {
    return parts.stream().filter(part -> part != ANYTHING).reduce(Predicate::and).orElse(ANYTHING);
  }

  private static Predicate<JsonNode> any(List<Predicate<JsonNode>> parts) {
    return parts.stream().reduce(Predicate::or).orElse(NOTHING);
  }

  private static Predicate<JsonNode> type(JsonNode names) {
    return names.isArray()
        ? any(names.valueStream().map(Recognizer::type).toList())
        : switch (names.asString("")) {
          case "array" -> JsonNode::isArray;
          case "boolean" -> JsonNode::isBoolean;
          case "integer" -> JsonNode::isIntegralNumber;
          case "null" -> JsonNode::isNull;
          case "object" -> JsonNode::isObject;
          case "string" -> JsonNode::isString;
          default -> NOTHING;
        };
  }

  private static Predicate<JsonNode> enumeration(JsonNode values) {
    boolean withNull = values.valueStream().anyMatch(JsonNode::isNull);
    Set<String> texts =
        values
            .valueStream()
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .collect(Collectors.toUnmodifiableSet());
    return node -> node.isString() ? texts.contains(node.stringValue()) : withNull && node.isNull();
  }

  private static Predicate<JsonNode> format(JsonNode name) {
    Predicate<String> plain =
        switch (name.asString("")) {
          case "uuid" -> PlainFormat::isUuid;
          case "date-time" -> PlainFormat::isUtcTime;
          default -> text -> false;
        };
    return node -> !node.isString() || plain.test(node.stringValue());
  }

  private Predicate<JsonNode> anyOf(JsonNode branches, URI base) {
    return any(branches.valueStream().map(branch -> schema(branch, base)).toList());
  }

  private static Predicate<JsonNode> items(Predicate<JsonNode> item) {
    return node -> {
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        if (!item.test(node.get(i))) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<JsonNode> required(JsonNode names) {
    List<String> members = names.valueStream().map(JsonNode::asString).toList();
    return node -> {
      for (String member : members) {
        if (node.isObject() && !node.has(member)) {
          return false;
        }
      }
      return true;
    };
  }

  private Predicate<JsonNode> members(JsonNode schema, URI base) {
    Map<String, Predicate<JsonNode>> known = new HashMap<>();
    schema.path("properties").forEachEntry((name, each) -> known.put(name, schema(each, base)));
    JsonNode byPattern = schema.path("patternProperties");
    JsonNode rest = schema.path("additionalProperties");
    boolean plain =
        byPattern.valueStream().allMatch(JsonNode::isBoolean)
            && byPattern.valueStream().allMatch(JsonNode::booleanValue)
            && (rest.isMissingNode() || rest.isBoolean());
    return plain
        ? new Members(
            known,
            byPattern.propertyStream().map(each -> Pattern.compile(each.getKey())).toList(),
            rest.booleanValue(true))
        : NOTHING;
  }

  /**
   * The members of an object.
   *
   * @param patterns of names under which anything may stand
   * @param open whether others may be there
   */
  private record Members(
      Map<String, Predicate<JsonNode>> known, List<Pattern> patterns, boolean open)
      implements Predicate<JsonNode> {

    @Override
    public boolean test(JsonNode node) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        Predicate<JsonNode> value = known.get(member.getKey());
        if (value == null ? !isAllowed(member.getKey()) : !value.test(member.getValue())) {
          return false;
        }
      }
      return true;
    }

    private boolean isAllowed(String name) {
      return open || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
    }
  }
}
