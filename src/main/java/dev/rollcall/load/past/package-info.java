/**
 * A run beside earlier ones: the comparison with a baseline, and the history of a folder. Works on
 * result files alone.
 */
@NullMarked
package dev.rollcall.load.past;

import org.jspecify.annotations.NullMarked;
