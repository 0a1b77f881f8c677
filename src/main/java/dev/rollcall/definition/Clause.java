package dev.rollcall.definition;

/**
 * A sentence of the definition on which checks rest.
 *
 * @param statement number in the facts file, such as {@code S-093}
 * @param text the sentence, in our own words
 * @param source where it was read
 */
public record Clause(String statement, String text, Basis basis, String source, Place place) {}
