/**
 * Reads documentation pages into a model: resources, operations, clauses and where each stands.
 *
 * <p>Where two places say different things the reader settles it by a stated {@link Rule} and keeps
 * the disagreement. A page that cannot be read is refused with its line and a remedy. Knows nothing
 * of JSON Schema, HTTP or time.
 */
@NullMarked
package dev.rollcall.definition;

import org.jspecify.annotations.NullMarked;
