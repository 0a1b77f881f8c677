package dev.rollcall.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One version of the API as its pages define it. The pages of v1.0 are complete; those of another
 * version say only what differs from it.
 *
 * @param version such as {@code v1.0}
 * @param resources by name
 * @param operations by name
 * @param clauses in the order of pages and lines
 * @param states the pairs that a read may show
 * @param observed the ledger of values that no current page lists
 * @param untestable statements that no check can rest on
 * @param disagreements between places of the pages, each settled by its rule
 */
public record Definition(
    String version,
    List<Resource> resources,
    List<Operation> operations,
    List<Clause> clauses,
    List<State> states,
    List<ObservedValue> observed,
    List<Untestable> untestable,
    List<Disagreement> disagreements) {
  /** The versions that come with this build, the complete one first. */
  public static final List<String> VERSIONS = List.of(VersionPages.BASE, "beta");

  private static final String BUNDLE = "schemas/definition";
  private static final String LEDGER = "observed.json";

  public Definition {
    resources = List.copyOf(resources);
    operations = List.copyOf(operations);
    clauses = List.copyOf(clauses);
    states = List.copyOf(states);
    observed = List.copyOf(observed);
    untestable = List.copyOf(untestable);
    disagreements = List.copyOf(disagreements);
  }

  /**
   * The definition that comes with this build.
   *
   * @throws MalformedPage if there is no such version
   */
  public static Definition bundled(String version) {
    return VERSIONS.contains(version) ? Bundled.ALL.get(version) : readBundled(version);
  }

  private static Definition readBundled(String version) {
    return new DefinitionReader(BundledFolder.read(BUNDLE, LEDGER), version).read();
  }

  /** Read once: what comes with a build does not change. */
  private static final class Bundled {
    static final Map<String, Definition> ALL =
        VERSIONS.stream()
            .collect(Collectors.toUnmodifiableMap(version -> version, Definition::readBundled));
  }

  /**
   * The versions that a folder holds pages of. The complete one comes first and is named even where
   * it is missing, so that reading it says what is wrong.
   *
   * @param folder the one that holds the version folders and the ledger
   */
  public static List<String> versions(Path folder) {
    return VERSIONS.stream()
        .filter(each -> each.equals(VersionPages.BASE) || Files.isDirectory(folder.resolve(each)))
        .toList();
  }

  /**
   * Reads the pages of a version.
   *
   * @param folder the one that holds the version folders and the ledger
   * @throws MalformedPage if a page cannot be read, or there is none
   */
  public static Definition read(Path folder, String version) {
    return new DefinitionReader(PageFiles.definition(folder, version), version).read();
  }

  public Optional<Operation> operation(String name) {
    return operations.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  public Optional<Resource> resource(String name) {
    return resources.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The clause of a statement such as {@code S-093}. */
  public Optional<Clause> clause(String statement) {
    return clauses.stream().filter(each -> each.statement().equals(statement)).findFirst();
  }

  /**
   * The values of a property that any page prints, tables of operations and documented states
   * included.
   *
   * @param property such as {@code availability}
   * @return each in its documented spelling, first letter lowered
   */
  public SortedSet<String> documentedValues(String property) {
    List<String> printed = new ArrayList<>();
    resources.forEach(
        resource -> resource.property(property).ifPresent(each -> printed.addAll(each.values())));
    for (Operation operation : operations) {
      operation.parameters().stream()
          .filter(each -> each.name().equals(property))
          .forEach(each -> printed.addAll(each.values()));
      operation.combinations().forEach(pair -> pair.half(property).ifPresent(printed::add));
    }
    states.stream()
        .filter(state -> state.basis() == Basis.DOCUMENTED)
        .forEach(state -> state.pair().half(property).ifPresent(printed::add));
    return asDocumented(printed);
  }

  /** The values of a property that the ledger holds, each in its documented spelling. */
  public SortedSet<String> observedValues(String property) {
    return asDocumented(
        observed.stream()
            .filter(each -> each.property().equals(property))
            .map(ObservedValue::value)
            .toList());
  }

  private static SortedSet<String> asDocumented(List<String> printed) {
    SortedSet<String> values = new TreeSet<>();
    printed.forEach(value -> values.add(Spelling.DOCUMENTED.of(value)));
    return Collections.unmodifiableSortedSet(values);
  }
}
