package dev.rollcall.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table of properties of a resource, or of parameters of an operation. */
final class PropertyTable {
  private static final String FORMAT = "Format: ";
  private static final List<String> FORMATS = List.of("guid", "date-time", "duration");

  private final Table table;
  private final String what;
  private final String nameColumn;

  PropertyTable(Table table, String what, String nameColumn) {
    this.table = table.withColumns(what, nameColumn, "Type", "Description");
    this.what = what;
    this.nameColumn = nameColumn;
  }

  /** The rows by name, in the order of the page. */
  Map<String, Property> read() {
    Map<String, Property> properties = new LinkedHashMap<>();
    for (Table.Row row : table.rows()) {
      Property property = property(row);
      Property earlier = properties.putIfAbsent(property.name(), property);
      if (earlier != null) {
        throw new MalformedPage(
            row.place(),
            "'" + property.name() + "' stands twice in the " + what,
            "remove this row or the one in line " + earlier.place().line());
      }
    }
    return properties;
  }

  private Property property(Table.Row row) {
    String name = row.cell(nameColumn).plain();
    if (name.isEmpty()) {
      throw new MalformedPage(row.place(), "a row of the " + what + " has no name", "name it");
    }
    Phrase description = row.cell("Description");
    List<String> values = description.listedValues();
    TypeName type = TypeCell.read(row.cell("Type"), values);
    boolean key = description.says("key.");
    boolean required = key || description.says("required.");
    boolean never =
        key || description.says("not nullable.") || (required && !description.says("nullable."));
    return new Property(
        name,
        type,
        key,
        !never,
        required,
        format(type, description),
        values,
        description.marked(),
        row.place());
  }

  private static Optional<String> format(TypeName type, Phrase description) {
    Optional<String> ofType = Primitive.named(type.name()).flatMap(Primitive::format);
    if (description.sentences().stream().noneMatch(sentence -> sentence.startsWith(FORMAT))) {
      return ofType;
    }
    return Optional.of(
        FORMATS.stream()
            .filter(format -> description.says(FORMAT + format + "."))
            .findFirst()
            .orElseThrow(
                () ->
                    new MalformedPage(
                        description.place(),
                        "unknown format",
                        "write 'Format: ' and one of "
                            + String.join(", ", FORMATS)
                            + ", then a full stop")));
  }
}
