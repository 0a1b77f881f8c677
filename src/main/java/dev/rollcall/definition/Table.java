package dev.rollcall.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of a page. Columns are known by their lower-case name. */
record Table(List<String> columns, List<Row> rows, Place place) {
  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  record Row(Map<String, Phrase> cells, Place place) {
    Row {
      cells = Map.copyOf(cells);
    }

    Phrase cell(String column) {
      return cells.get(column.toLowerCase(Locale.ROOT));
    }
  }

  static Row row(List<String> columns, List<Phrase> cells, Place place) {
    Map<String, Phrase> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Phrase cell = i < cells.size() ? cells.get(i) : new Phrase(List.of(), place);
      byColumn.put(columns.get(i).toLowerCase(Locale.ROOT), cell);
    }
    return new Row(byColumn, place);
  }

  boolean has(String... names) {
    return List.of(names).stream()
        .allMatch(name -> columns.stream().anyMatch(name::equalsIgnoreCase));
  }

  /** This table, once it is sure that it has these columns and no other. */
  Table withColumns(String what, String... expected) {
    List<String> known = List.of(expected);
    String remedy = "the columns are " + String.join(", ", known);
    for (String column : columns) {
      if (known.stream().noneMatch(column::equalsIgnoreCase)) {
        throw new MalformedPage(place, "unknown column '" + column + "' in the " + what, remedy);
      }
    }
    for (String column : known) {
      if (!has(column)) {
        throw new MalformedPage(place, "column '" + column + "' is missing in the " + what, remedy);
      }
    }
    return this;
  }
}
