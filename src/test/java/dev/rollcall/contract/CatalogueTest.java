package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.ask.Observations;
import dev.rollcall.definition.Clause;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  private static final Definition DEFINITION = Definition.bundled("v1.0");

  static List<Entry> entries() {
    return Catalogue.entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void aCheckRestsOnClausesOfTheDefinition(Entry entry) {
    for (String statement : entry.check().clause()) {
      assertTrue(
          DEFINITION.clause(statement).isPresent(),
          () -> entry.check().id() + " rests on " + statement + ", which no page has");
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theBasisIsThatOfTheDecidingClause(Entry entry) {
    Clause clause = DEFINITION.clause(entry.check().clause()[0]).orElseThrow();
    assertEquals(clause.basis(), entry.check().basis(), entry.check().id());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void idsAreSlugsAndNamesAreSentences(Entry entry) {
    assertTrue(
        entry.check().id().matches("[a-zA-Z]+\\.[a-z0-9]+(-[a-z0-9]+)*"), entry.check().id());
    assertTrue(entry.method().getName().matches("[a-z0-9]+(_[a-z0-9]+)+"), entry.title());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void tagsOfJUnitAreOperationLevelAndCapabilities(Entry entry) {
    Set<String> selecting = new TreeSet<>(Set.of(entry.operation(), entry.check().level().name()));
    Arrays.stream(entry.check().needs()).map(Enum::name).forEach(selecting::add);
    Set<String> tags =
        Arrays.stream(entry.method().getAnnotationsByType(Tag.class))
            .map(Tag::value)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(selecting, tags, entry.check().id());
  }

  @Test
  void idsAreUnique() {
    List<String> ids = entries().stream().map(entry -> entry.check().id()).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @Test
  void everyOperationIsChecked() {
    Set<String> ids =
        entries().stream().map(entry -> entry.check().id()).collect(Collectors.toSet());
    for (Operation operation : DEFINITION.operations()) {
      assertTrue(
          ids.contains(operation.name() + ".shape"), operation.name() + " has no shape check");
      assertTrue(
          ids.contains(operation.name() + ".needs-token"),
          operation.name() + " is not tried without a token");
    }
    assertEquals(12, DEFINITION.operations().size());
  }

  @Test
  void everyStatementIsJudgedOrObservedOrUntestable() {
    Set<String> covered = new TreeSet<>(Observations.statements());
    entries().forEach(entry -> covered.addAll(List.of(entry.check().clause())));
    DEFINITION.untestable().forEach(untestable -> covered.add(untestable.statement()));
    List<String> missing =
        DEFINITION.clauses().stream()
            .map(Clause::statement)
            .filter(statement -> !covered.contains(statement))
            .sorted()
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyClassOfChecksIsListed() {
    Set<String> found =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.rollcall")
                .stream()
                .filter(
                    type ->
                        type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(Check.class)))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        Catalogue.CLASSES.stream()
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(found, listed);
  }

  @Test
  void observationsRestOnClausesToo() {
    for (String statement : Observations.statements()) {
      assertTrue(DEFINITION.clause(statement).isPresent(), statement);
    }
  }

  @Test
  void tagsSelectByOperationLevelAndCapability() {
    Entry entry = Catalogue.named("time.expires").orElseThrow();
    assertTrue(
        Arrays.stream(new String[] {"time.expires", "time", "must", "MUST", "clock", "WRITE"})
            .allMatch(entry::isSelectedBy));
    assertTrue(
        Arrays.stream(new String[] {"time.expire", "should", "ME", ""})
            .noneMatch(entry::isSelectedBy));
  }
}
