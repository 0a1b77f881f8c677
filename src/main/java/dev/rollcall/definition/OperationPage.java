package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An api page.
 *
 * @param pairs where each allowed combination stands, in the operation's order
 */
record OperationPage(Operation operation, List<Place> pairs, List<Clause> clauses) {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  OperationPage {
    pairs = List.copyOf(pairs);
    clauses = List.copyOf(clauses);
  }

  static OperationPage of(Page page) {
    page.ofType("apiPageType");
    List<Table.Row> pairs =
        page.tables(each -> each.has("Availability", "Activity")).stream()
            .map(
                each ->
                    each.withColumns(
                        "table of combinations", "Availability", "Activity", "Description"))
            .flatMap(each -> each.rows().stream())
            .toList();
    List<Table.Row> successes = successes(page);
    Phrase type = successes.get(0).cell("Type");
    Operation operation =
        new Operation(
            name(page.title().plain()),
            page.title().plain(),
            endpoints(page),
            parameters(page),
            pairs.stream().map(StateTable::pair).toList(),
            successes.stream().map(OperationPage::status).toList(),
            returns(type),
            page.title().place());
    return new OperationPage(
        operation, pairs.stream().map(Table.Row::place).toList(), ClauseItem.all(page));
  }

  private static Optional<TypeName> returns(Phrase cell) {
    if (cell.plain().isEmpty()) {
      return Optional.empty();
    }
    if (cell.link().isEmpty()) {
      throw new MalformedPage(
          cell.place(),
          "'" + cell.plain() + "' is no body of an answer",
          "link the page of the resource, or leave the cell empty");
    }
    return Optional.of(TypeCell.read(cell, List.of()));
  }

  /** {@code presence: setPresence} and {@code Get presence} name setPresence and getPresence. */
  private static String name(String title) {
    if (title.contains(":")) {
      return title.substring(title.indexOf(':') + 1).strip();
    }
    StringBuilder name = new StringBuilder();
    for (String word : title.split(" ")) {
      Spelling spelling = name.isEmpty() ? Spelling.DOCUMENTED : Spelling.PASCAL;
      name.append(spelling.of(word.toLowerCase(Locale.ROOT)));
    }
    return name.toString();
  }

  private static List<Endpoint> endpoints(Page page) {
    Section section = page.requiredSection("HTTP request");
    List<Endpoint> endpoints = new ArrayList<>();
    for (Section.CodeBlock code : section.codes()) {
      int line = code.place().line();
      for (String text : code.text().lines().toList()) {
        endpoints.add(endpoint(text, new Place(page.name(), line)));
        line++;
      }
    }
    if (endpoints.isEmpty()) {
      throw new MalformedPage(
          section.place(),
          "there is no path",
          "add a block fenced by ```http with a line for each path");
    }
    return endpoints;
  }

  private static Endpoint endpoint(String line, Place place) {
    String[] parts = line.strip().split(" ");
    if (parts.length != 2 || !METHODS.contains(parts[0]) || !parts[1].startsWith("/")) {
      throw new MalformedPage(
          place,
          "'" + line + "' is no request line",
          "write a method and a path, as in 'GET /me/presence'");
    }
    return new Endpoint(parts[0], parts[1]);
  }

  private static List<Property> parameters(Page page) {
    return page.requiredSection("Request body").tables().stream()
        .filter(table -> !table.has("Availability", "Activity"))
        .findFirst()
        .map(table -> new PropertyTable(table, "parameter table", "Parameter").read())
        .map(rows -> List.copyOf(rows.values()))
        .orElse(List.of());
  }

  private static List<Table.Row> successes(Page page) {
    Table table =
        page.requiredTable("Response")
            .withColumns("Response table", "Status", "Type", "Description");
    List<Table.Row> successes =
        table.rows().stream().filter(row -> status(row) / 100 == 2).toList();
    if (successes.isEmpty()) {
      throw new MalformedPage(
          table.place(), "no response is a success", "add a row with a 2xx status");
    }
    return successes;
  }

  private static int status(Table.Row row) {
    String words = row.cell("Status").plain();
    if (!words.matches("[1-5]\\d\\d\\b.*")) {
      throw new MalformedPage(
          row.place(), "'" + words + "' is no status", "write it as in '200 OK'");
    }
    return Integer.parseInt(words.substring(0, 3));
  }
}
