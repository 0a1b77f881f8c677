package dev.rollcall.definition;

/**
 * A row of the table of states: a pair that a read may show.
 *
 * @param basis what the pair rests on; only the values of a documented pair count as documented
 */
public record State(Combination pair, Basis basis, Place place) {}
