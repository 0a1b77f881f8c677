/**
 * What people and pipelines read of a run: the console and the gate here, pages, JUnit's XML and
 * what CI systems show in rooms of their own. Results are masked, grouped by cause, worded once and
 * then shown. Knows nothing of how checks are run or load is made.
 */
@NullMarked
package dev.rollcall.report;

import org.jspecify.annotations.NullMarked;
