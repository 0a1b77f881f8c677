package dev.rollcall.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sketch of a resource in JSON, as resource pages hold it below their tables.
 *
 * @param open whether the comment above it says {@code "openType": true}
 * @param members their shapes by name, annotations left out
 */
record JsonRepresentation(boolean open, Map<String, Shape> members) {
  private static final String HEADING = "JSON representation";
  private static final String TYPE = "@odata.type";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static JsonRepresentation of(Page page) {
    Section section = page.requiredSection(HEADING);
    Section.CodeBlock sketch =
        section.codes().stream()
            .filter(code -> code.language().equals("json"))
            .findFirst()
            .orElseThrow(
                () ->
                    new MalformedPage(
                        section.place(),
                        "there is no JSON representation",
                        "add a block fenced by ```json"));
    Map<String, Shape> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object(sketch).properties()) {
      if (!member.getKey().contains("@")) {
        Place place = placeOf(member.getKey(), sketch);
        members.put(member.getKey(), shape(member.getValue(), place));
      }
    }
    return new JsonRepresentation(
        section.comments().stream().anyMatch(JsonRepresentation::isOpen), members);
  }

  private static boolean isOpen(Section.CodeBlock comment) {
    String content = comment.text().strip();
    if (!content.startsWith("<!--") || !content.contains("{")) {
      return false;
    }
    String json = content.substring(4, content.lastIndexOf("-->"));
    return object(new Section.CodeBlock("json", json, comment.place()))
        .path("openType")
        .asBoolean(false);
  }

  private static JsonNode object(Section.CodeBlock block) {
    try {
      JsonNode node = JSON.readTree(block.text());
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException broken) {
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
      Place place = new Place(block.place().page(), block.place().line() + Math.max(line, 1) - 1);
      throw new MalformedPage(
          place,
          "the JSON representation is broken",
          "write one JSON object, each member once",
          broken);
    }
    throw new MalformedPage(
        block.place(), "the JSON representation is no object", "write one JSON object");
  }

  private static Place placeOf(String member, Section.CodeBlock block) {
    List<String> lines = block.text().lines().toList();
    int line = 0;
    while (line < lines.size() && !lines.get(line).contains("\"" + member + "\"")) {
      line++;
    }
    return new Place(block.place().page(), block.place().line() + line);
  }

  private static Shape shape(JsonNode value, Place place) {
    if (value.isArray() && value.size() == 1) {
      TypeName element = shape(value.get(0), place).type();
      return new Shape(new TypeName(element.name(), true, element.reference()), false, place);
    }
    if (value.isObject() && value.path(TYPE).isString()) {
      String type = value.path(TYPE).stringValue();
      return new Shape(
          new TypeName(type.substring(type.lastIndexOf('.') + 1), false, true), false, place);
    }
    if (value.isBoolean()) {
      return new Shape(new TypeName(Primitive.BOOLEAN.printed(), false, false), false, place);
    }
    if (value.isIntegralNumber()) {
      return new Shape(new TypeName(Primitive.INT64.printed(), false, false), false, place);
    }
    if (value.isString()) {
      return named(value.stringValue(), place);
    }
    throw unknown(value.toString(), place);
  }

  /**
   * A name with an optional note, such as {@code String (identifier)} or {@code String
   * (timestamp)}.
   */
  private static Shape named(String text, Place place) {
    int bracket = text.indexOf('(');
    String name = (bracket < 0 ? text : text.substring(0, bracket)).strip();
    String note = bracket < 0 ? "" : text.substring(bracket).toLowerCase(Locale.ROOT);
    Optional<Primitive> noted =
        switch (note) {
          case "(timestamp)" -> Optional.of(Primitive.DATE_TIME_OFFSET);
          case "(duration)" -> Optional.of(Primitive.DURATION);
          default -> Primitive.named(name);
        };
    Primitive primitive = noted.orElseThrow(() -> unknown(text, place));
    TypeName type = new TypeName(primitive.printed(), false, false);
    return new Shape(type, note.equals("(identifier)"), place);
  }

  private static MalformedPage unknown(String type, Place place) {
    return new MalformedPage(
        place,
        "unknown type '" + type + "' in the JSON representation",
        "write the name of a primitive type, or an object with '@odata.type'");
  }
}
