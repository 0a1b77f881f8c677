/**
 * What is kept of a run while it goes: latencies, counts, effort of the machine, and the first of
 * each kind of problem.
 */
@NullMarked
package dev.rollcall.load.measure;

import org.jspecify.annotations.NullMarked;
