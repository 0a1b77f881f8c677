package dev.rollcall.definition;

import java.util.List;

/** Two places that say different things, and the rule by which Rollcall settles it. */
public record Disagreement(List<Place> places, String text, String rule) {
  public Disagreement {
    places = List.copyOf(places);
  }

  Disagreement(List<Place> places, String text, Rule rule) {
    this(places, text, rule.sentence());
  }
}
