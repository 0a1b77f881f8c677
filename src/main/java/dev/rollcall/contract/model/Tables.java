package dev.rollcall.contract.model;

import dev.rollcall.definition.Basis;
import dev.rollcall.definition.Combination;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Spelling;
import dev.rollcall.definition.State;
import java.util.List;

/**
 * The pairs that pages list, in PascalCase.
 *
 * @param sessions those that setPresence takes
 * @param preferences those that setUserPreferredPresence takes
 * @param states those that a read may show
 */
record Tables(List<Combination> sessions, List<Combination> preferences, List<Combination> states) {

  static Tables of(Definition definition) {
    return new Tables(
        allowed(definition, "setPresence"),
        allowed(definition, "setUserPreferredPresence"),
        definition.states().stream()
            .filter(state -> state.basis() == Basis.DOCUMENTED)
            .map(State::pair)
            .map(Tables::pascal)
            .toList());
  }

  /** The states that are in none of these. */
  List<Combination> statesWithout(List<Combination> listed) {
    return states.stream().filter(state -> !listed.contains(state)).toList();
  }

  /** The pair as the wire spells it. */
  static Combination pascal(Combination pair) {
    return new Combination(
        Spelling.PASCAL.of(pair.availability()), Spelling.PASCAL.of(pair.activity()));
  }

  private static List<Combination> allowed(Definition definition, String operation) {
    return definition.operation(operation).orElseThrow().combinations().stream()
        .map(Tables::pascal)
        .toList();
  }
}
