package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the methods table of each resource page with the pages of the operations. */
final class MethodTables {
  private final Map<String, Page> pages;
  private final List<OperationPage> operations;

  MethodTables(Map<String, Page> pages, List<OperationPage> operations) {
    this.pages = pages;
    this.operations = operations;
  }

  List<Disagreement> disagreements() {
    List<Disagreement> found = new ArrayList<>();
    for (Page page : pages.values()) {
      page.section("Methods").stream()
          .flatMap(section -> section.tables().stream())
          .map(table -> table.withColumns("Methods table", "Method", "Return Type", "Description"))
          .flatMap(table -> table.rows().stream())
          .forEach(
              row -> operation(page, row).ifPresent(operation -> compare(row, operation, found)));
    }
    return found;
  }

  private Optional<Operation> operation(Page page, Table.Row row) {
    String target = row.cell("Method").link().map(Phrase.Piece::target).orElse("");
    String name = PageLinks.resolved(page, target);
    return operations.stream()
        .map(OperationPage::operation)
        .filter(operation -> operation.place().page().equals(name))
        .findFirst();
  }

  private static void compare(Table.Row row, Operation operation, List<Disagreement> found) {
    Phrase cell = row.cell("Return Type");
    Optional<TypeName> listed =
        cell.plain().isEmpty() ? Optional.empty() : Optional.of(TypeCell.read(cell, List.of()));
    if (!listed.equals(operation.returns())) {
      found.add(
          new Disagreement(
              List.of(row.place(), operation.place()),
              "the Methods table says that %s returns %s, its own page says %s"
                  .formatted(operation.name(), words(listed), words(operation.returns())),
              Rule.ANSWER));
    }
  }

  private static String words(Optional<TypeName> type) {
    return type.map(TypeName::toString).orElse("nothing");
  }
}
