package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClausesHaveSourcesTest {
  /** The statements of the facts file are numbered from 1 to this. */
  private static final int LAST = 248;

  private final Definition definition = Definition.bundled("v1.0");

  @Test
  void everyClauseIsOneSentenceWithStatementAndSource() {
    assertFalse(definition.clauses().isEmpty());
    assertAll(
        definition.clauses().stream()
            .map(
                clause ->
                    () -> {
                      assertTrue(clause.statement().matches("S-\\d{3}"), clause.toString());
                      assertTrue(
                          clause.text().endsWith(".") || clause.text().endsWith(".\""),
                          clause.toString());
                      assertTrue(clause.source().length() > 3, clause.toString());
                      assertTrue(
                          clause.source().chars().noneMatch(c -> "()[];".indexOf(c) >= 0),
                          clause.toString());
                    }));
  }

  @Test
  void statementsAreUnique() {
    List<String> statements = definition.clauses().stream().map(Clause::statement).toList();

    assertEquals(statements.size(), new HashSet<>(statements).size());
  }

  @Test
  void everyStatementIsAClauseOrUntestable() {
    SortedSet<String> missing = statements(1, LAST);
    definition.clauses().forEach(clause -> missing.remove(clause.statement()));
    definition.untestable().forEach(untestable -> missing.remove(untestable.statement()));

    assertEquals(
        new TreeSet<>(),
        missing,
        () -> "neither on a page nor in untestable.json: " + String.join(", ", missing));
  }

  @Test
  void noStatementIsInvented() {
    Set<String> all = statements(1, LAST);
    Stream.concat(
            definition.clauses().stream().map(Clause::statement),
            definition.untestable().stream().map(Untestable::statement))
        .forEach(statement -> assertTrue(all.contains(statement), statement));
  }

  /** Notifications come later; of the others a clause says what cannot be tested. */
  @Test
  void untestableAreNotificationsAndWhatBindsOthers() {
    SortedSet<String> later = statements(192, 231);
    later.addAll(statements(236, 243));
    List<String> listed = definition.untestable().stream().map(Untestable::statement).toList();
    SortedSet<String> others = new TreeSet<>(listed);
    others.removeAll(later);

    assertEquals(List.copyOf(new TreeSet<>(listed)), listed);
    assertEquals(List.of("S-024", "S-028", "S-029", "S-111", "S-184"), List.copyOf(others));
    assertTrue(
        others.stream().allMatch(statement -> definition.clause(statement).isPresent()),
        others.toString());
    assertTrue(
        later.stream().noneMatch(statement -> definition.clause(statement).isPresent()),
        later.toString());
  }

  @Test
  void everyReasonIsItsOwn() {
    List<String> reasons = definition.untestable().stream().map(Untestable::reason).toList();

    assertEquals(reasons.size(), new HashSet<>(reasons).size());
    reasons.forEach(reason -> assertTrue(reason.length() > 20, reason));
  }

  @Test
  void everyValueOfTheTableOfStatesIsDocumentedOrInTheLedger() {
    for (String property : List.of("availability", "activity")) {
      Set<String> known = new HashSet<>(definition.documentedValues(property));
      known.addAll(definition.observedValues(property));
      for (State state : definition.states()) {
        String value = state.pair().half(property).orElseThrow();
        assertTrue(known.contains(Spelling.DOCUMENTED.of(value)), state.toString());
      }
    }
  }

  @Test
  void noValueIsBothDocumentedAndInTheLedger() {
    for (String property : List.of("availability", "activity")) {
      Set<String> both = new HashSet<>(definition.documentedValues(property));
      both.retainAll(definition.observedValues(property));
      assertEquals(Set.of(), both);
    }
  }

  private static SortedSet<String> statements(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj("S-%03d"::formatted)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
