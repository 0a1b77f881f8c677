/**
 * Derives JSON Schema from the definition, and says what a document has that its schema refuses.
 *
 * <p>The derivation is a pure function to text that is the same byte for byte. Knows nothing of
 * HTTP, targets or verdicts: a violation is a fact, whether it counts is decided elsewhere.
 */
@NullMarked
package dev.rollcall.schema;

import org.jspecify.annotations.NullMarked;
