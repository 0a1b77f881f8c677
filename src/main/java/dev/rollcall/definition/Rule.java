package dev.rollcall.definition;

/** How a disagreement between two places is settled. */
public enum Rule {
  SHAPE("shape: the JSON representation wins"),
  MEMBERS("members: one that either place names belongs to the type"),
  VALUES("values: the union of all pages"),
  PARTNERS("values: a listed value is tolerated, pairs follow the table of states"),
  SPELLING("spelling: both forms are one value"),
  ANSWER("answers: the page of the operation wins");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  /** The rule as reports print it. */
  public String sentence() {
    return sentence;
  }
}
