package dev.rollcall.schema;

import dev.rollcall.definition.Spelling;

/**
 * A value of an open list, and how it is spelled.
 *
 * @param pointer JSON pointer into the document, array indices read as {@code *}
 */
public record Spelled(String pointer, String value, Spelling spelling) {}
