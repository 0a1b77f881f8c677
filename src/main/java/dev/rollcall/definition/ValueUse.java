package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares the values that resource pages list with those in the tables of operations and states.
 */
final class ValueUse {
  private static final List<String> HALVES = List.of("availability", "activity");

  private final List<Property> listed;
  private final List<Use> uses = new ArrayList<>();

  private record Use(Combination pair, Basis basis, Place place) {}

  ValueUse(List<ResourcePage> resources, List<OperationPage> operations, List<State> states) {
    this.listed =
        resources.stream()
            .flatMap(page -> page.resource().properties().stream())
            .filter(property -> HALVES.contains(property.name()) && !property.values().isEmpty())
            .toList();
    for (OperationPage page : operations) {
      List<Combination> pairs = page.operation().combinations();
      for (int i = 0; i < pairs.size(); i++) {
        uses.add(new Use(pairs.get(i), Basis.DOCUMENTED, page.pairs().get(i)));
      }
    }
    states.forEach(state -> uses.add(new Use(state.pair(), state.basis(), state.place())));
  }

  List<Disagreement> disagreements() {
    List<Disagreement> found = new ArrayList<>();
    for (Property property : listed) {
      usedButNotListed(property, found);
      listedButUsedElsewhere(property, found);
      spelledDifferently(property, found);
    }
    return found;
  }

  private void usedButNotListed(Property property, List<Disagreement> found) {
    List<String> known = property.values().stream().map(Spelling.DOCUMENTED::of).toList();
    places(property.name(), EnumSet.of(Basis.DOCUMENTED))
        .forEach(
            (value, places) -> {
              if (!known.contains(value)) {
                found.add(
                    disagreement(
                        property,
                        places,
                        "'%s' is used as %s, which does not list it"
                            .formatted(value, property.name()),
                        Rule.VALUES));
              }
            });
  }

  /** Listed as availability although the tables know it as an activity only, or the reverse. */
  private void listedButUsedElsewhere(Property property, List<Disagreement> found) {
    Map<String, List<Place>> here = places(property.name(), EnumSet.allOf(Basis.class));
    for (String other : HALVES) {
      Map<String, List<Place>> there = places(other, EnumSet.allOf(Basis.class));
      for (String value : property.values()) {
        String documented = Spelling.DOCUMENTED.of(value);
        if (!here.containsKey(documented) && there.containsKey(documented)) {
          found.add(
              disagreement(
                  property,
                  there.get(documented),
                  "'%s' is listed as %s but used as %s only"
                      .formatted(documented, property.name(), other),
                  Rule.PARTNERS));
        }
      }
    }
  }

  private void spelledDifferently(Property property, List<Disagreement> found) {
    for (String value : property.values()) {
      for (Use use : uses) {
        String used = use.pair().half(property.name()).orElse(value);
        if (used.equalsIgnoreCase(value) && !used.equals(value)) {
          found.add(
              disagreement(
                  property,
                  List.of(use.place()),
                  "values of %s are listed as '%s' but used as '%s'"
                      .formatted(property.name(), value, used),
                  Rule.SPELLING));
          return;
        }
      }
    }
  }

  private SortedMap<String, List<Place>> places(String half, Set<Basis> bases) {
    SortedMap<String, List<Place>> places = new TreeMap<>();
    for (Use use : uses) {
      use.pair()
          .half(half)
          .filter(value -> bases.contains(use.basis()))
          .map(Spelling.DOCUMENTED::of)
          .ifPresent(
              value -> places.computeIfAbsent(value, key -> new ArrayList<>()).add(use.place()));
    }
    return places;
  }

  private static Disagreement disagreement(
      Property property, List<Place> places, String text, Rule rule) {
    return new Disagreement(
        Stream.concat(Stream.of(property.place()), places.stream()).toList(), text, rule);
  }
}
