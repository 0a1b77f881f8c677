package dev.rollcall.definition;

import java.util.List;

/**
 * Reads pairs of availability and activity from tables, and the table of states of concept pages.
 */
final class StateTable {
  private StateTable() {}

  static Combination pair(Table.Row row) {
    String availability = row.cell("Availability").plain();
    String activity = row.cell("Activity").plain();
    if (availability.isEmpty() || activity.isEmpty()) {
      throw new MalformedPage(
          row.place(), "half of a pair is missing", "give availability and activity");
    }
    return new Combination(availability, activity);
  }

  static List<State> states(Page page) {
    page.ofType("conceptualPageType");
    return page.tables(each -> each.has("Availability", "Activity")).stream()
        .map(
            table ->
                table.withColumns(
                    "table of states", "Availability", "Activity", "How it comes about", "Basis"))
        .flatMap(table -> table.rows().stream())
        .map(row -> new State(pair(row), ClauseItem.basis(row.cell("Basis")), row.place()))
        .toList();
  }
}
