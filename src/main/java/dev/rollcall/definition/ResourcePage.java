package dev.rollcall.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource page: the type it defines, and where it disagrees with itself.
 *
 * @param disagreements between its table and its JSON representation, already settled in the
 *     resource
 */
public record ResourcePage(Resource resource, List<Disagreement> disagreements) {
  private static final String TITLE_ENDING = " resource type";

  public ResourcePage {
    disagreements = List.copyOf(disagreements);
  }

  /**
   * Reads one page, in our form or as published.
   *
   * @throws MalformedPage if it cannot be read
   */
  public static ResourcePage read(Path file) {
    String name = String.valueOf(file.getFileName());
    return of(Page.parse(name, PageFiles.text(file, name)));
  }

  static ResourcePage of(Page page) {
    page.ofType("resourcePageType");
    Table table = page.requiredTable("Properties");
    Map<String, Property> rows = new PropertyTable(table, "Properties table", "Property").read();
    JsonRepresentation sketch = JsonRepresentation.of(page);
    List<Disagreement> disagreements = new ArrayList<>();
    Map<String, Property> properties = new LinkedHashMap<>();
    rows.forEach((name, row) -> properties.put(name, settled(row, table, sketch, disagreements)));
    sketch
        .members()
        .forEach(
            (name, shape) -> {
              if (!rows.containsKey(name)) {
                properties.put(name, onlySketched(name, shape));
                disagreements.add(
                    new Disagreement(
                        List.of(table.place(), shape.place()),
                        "'" + name + "' is in the JSON representation, not in the Properties table",
                        Rule.MEMBERS));
              }
            });
    List<Property> sorted = new ArrayList<>(properties.values());
    sorted.sort(Comparator.comparing(Property::name));
    Resource resource = new Resource(name(page), sketch.open(), sorted, page.title().place());
    return new ResourcePage(resource, disagreements);
  }

  private static String name(Page page) {
    String title = page.title().plain();
    if (!title.endsWith(TITLE_ENDING)) {
      throw new MalformedPage(
          page.title().place(),
          "the title '" + title + "' names no resource",
          "write '# name" + TITLE_ENDING + "'");
    }
    return title.substring(0, title.length() - TITLE_ENDING.length());
  }

  private static Property settled(
      Property row, Table table, JsonRepresentation sketch, List<Disagreement> disagreements) {
    Shape shape = sketch.members().get(row.name());
    if (shape == null) {
      disagreements.add(
          new Disagreement(
              List.of(row.place(), sketch.members().isEmpty() ? table.place() : firstPlace(sketch)),
              "'" + row.name() + "' is in the Properties table, not in the JSON representation",
              Rule.MEMBERS));
      return row;
    }
    boolean agrees = shape.agreesWith(row.type());
    if (!agrees) {
      disagreements.add(
          new Disagreement(
              List.of(row.place(), shape.place()),
              "type '%s' of '%s' contradicts the JSON representation ('%s')"
                  .formatted(row.type(), row.name(), shape.type()),
              Rule.SHAPE));
    }
    boolean key = row.key() || shape.key();
    return new Property(
        row.name(),
        agrees ? row.type() : shape.type(),
        key,
        row.nullable() && !key,
        row.required() || key,
        agrees ? row.format() : formatOf(shape),
        row.values(),
        row.description(),
        row.place());
  }

  private static Optional<String> formatOf(Shape shape) {
    return Primitive.named(shape.type().name()).flatMap(Primitive::format);
  }

  private static Place firstPlace(JsonRepresentation sketch) {
    return sketch.members().values().iterator().next().place();
  }

  private static Property onlySketched(String name, Shape shape) {
    return new Property(
        name,
        shape.type(),
        shape.key(),
        !shape.key(),
        shape.key(),
        formatOf(shape),
        List.of(),
        "",
        shape.place());
  }
}
