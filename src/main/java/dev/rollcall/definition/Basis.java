package dev.rollcall.definition;

/** What a clause rests on. */
public enum Basis {
  /** A page says it. */
  DOCUMENTED,
  /** It follows from a documented sentence and what the operation means. */
  DERIVED,
  /** Seen live, with source and date. */
  OBSERVED,
  /** The least surprising guess where sources are silent. */
  CHOSEN
}
