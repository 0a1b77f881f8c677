package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClausesHaveSourcesTest {
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
  void everyUntestableStatementIsAClause() {
    assertEquals(
        List.of("S-024", "S-028", "S-029", "S-111", "S-184"),
        definition.untestable().stream().map(Untestable::statement).toList());
    for (Untestable untestable : definition.untestable()) {
      assertTrue(definition.clause(untestable.statement()).isPresent(), untestable.toString());
      assertTrue(untestable.reason().length() > 20, untestable.toString());
    }
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
}
