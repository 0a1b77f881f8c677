package dev.rollcall.contract.ask;

import dev.rollcall.definition.Basis;
import dev.rollcall.definition.Definition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which pairs of availability and activity the pages allow where. */
public record PairTables(Definition definition) {

  /** The pairs that an operation lists. */
  public List<Pair> listed(String operation) {
    return definition.operation(operation).orElseThrow().combinations().stream()
        .map(Pair::of)
        .toList();
  }

  /**
   * Pairs that an operation does not list although a service could be tempted to take them: those
   * that reads may show, those that another operation lists, and one of two listed halves.
   */
  public List<Pair> unlisted(String operation) {
    List<Pair> listed = listed(operation);
    Set<Pair> unlisted = new LinkedHashSet<>();
    definition.states().stream()
        .filter(state -> state.basis() == Basis.DOCUMENTED)
        .forEach(state -> unlisted.add(Pair.of(state.pair())));
    definition.operations().forEach(each -> unlisted.addAll(listed(each.name())));
    Pair last = listed.get(listed.size() - 1);
    unlisted.add(new Pair(listed.get(0).availability(), last.activity()));
    listed.forEach(unlisted::remove);
    return List.copyOf(unlisted);
  }

  /** The pairs that a read may show. */
  public List<Pair> shown() {
    return definition.states().stream().map(state -> Pair.of(state.pair())).toList();
  }
}
