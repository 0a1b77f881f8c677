package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts the pages of one version together. */
final class DefinitionReader {
  private static final List<String> FOLDERS = List.of("resources/", "api/", "concepts/");

  private final String version;
  private final Ledger ledger;
  private final SortedMap<String, Page> pages = new TreeMap<>();

  /**
   * @param files by path below the definition folder
   */
  DefinitionReader(SortedMap<String, String> files, String version) {
    this.version = version;
    this.ledger = new Ledger(files);
    new VersionPages(files)
        .of(version)
        .forEach((name, text) -> pages.put(name, Page.parse(name, text)));
  }

  Definition read() {
    pages.values().forEach(DefinitionReader::requireFolder);
    new PageLinks(pages).check();
    List<ResourcePage> resources = in("resources/").stream().map(ResourcePage::of).toList();
    List<OperationPage> operations = in("api/").stream().map(OperationPage::of).toList();
    List<State> states =
        in("concepts/").stream().flatMap(page -> StateTable.states(page).stream()).toList();
    List<Clause> clauses = new ArrayList<>();
    operations.forEach(page -> clauses.addAll(page.clauses()));
    in("concepts/").forEach(page -> clauses.addAll(ClauseItem.all(page)));
    List<Disagreement> disagreements = new ArrayList<>();
    resources.forEach(page -> disagreements.addAll(page.disagreements()));
    disagreements.addAll(new ValueUse(resources, operations, states).disagreements());
    disagreements.addAll(new MethodTables(pages, operations).disagreements());
    Definition definition =
        new Definition(
            version,
            resources.stream()
                .map(ResourcePage::resource)
                .sorted(Comparator.comparing(Resource::name))
                .toList(),
            operations.stream()
                .map(OperationPage::operation)
                .sorted(Comparator.comparing(Operation::name))
                .toList(),
            clauses,
            states,
            ledger.observed(),
            ledger.untestable(),
            disagreements);
    requireUnique("resource", definition.resources(), Resource::name, Resource::place);
    requireUnique("operation", definition.operations(), Operation::name, Operation::place);
    requireUnique("statement", clauses, Clause::statement, Clause::place);
    requireReferences(definition);
    return definition;
  }

  private List<Page> in(String folder) {
    return pages.values().stream().filter(page -> page.name().startsWith(folder)).toList();
  }

  private static void requireFolder(Page page) {
    if (FOLDERS.stream().noneMatch(page.name()::startsWith)) {
      throw new MalformedPage(
          page.title().place(),
          "this page is in no folder of the definition",
          "move it into one of " + String.join(", ", FOLDERS));
    }
  }

  private static <T> void requireUnique(
      String what, List<T> all, Function<T, String> name, Function<T, Place> place) {
    Map<String, Place> places = new HashMap<>();
    for (T each : all) {
      Place earlier = places.putIfAbsent(name.apply(each), place.apply(each));
      if (earlier != null) {
        throw new MalformedPage(
            place.apply(each),
            what + " '" + name.apply(each) + "' stands also at " + earlier,
            "keep one of the two");
      }
    }
  }

  private static void requireReferences(Definition definition) {
    definition.resources().forEach(resource -> requireKnown(resource.properties(), definition));
    for (Operation operation : definition.operations()) {
      requireKnown(operation.parameters(), definition);
      operation.returns().ifPresent(type -> requireKnown(type, operation.place(), definition));
    }
  }

  private static void requireKnown(List<Property> properties, Definition definition) {
    properties.forEach(property -> requireKnown(property.type(), property.place(), definition));
  }

  private static void requireKnown(TypeName type, Place place, Definition definition) {
    if (type.reference() && definition.resource(type.name()).isEmpty()) {
      throw new MalformedPage(
          place, "no page defines the type '" + type.name() + "'", "add its page under resources/");
    }
  }
}
