/**
 * What a CI system shows of a run where people look first: annotations and the summary of a step.
 */
@NullMarked
package dev.rollcall.report.ci;

import org.jspecify.annotations.NullMarked;
