/**
 * Load on a target: whether a run may start, the run itself, the search for what the target holds,
 * and the result. Plans, questions, figures and verdicts have rooms of their own. Knows nothing of
 * the program that makes the requests.
 */
@NullMarked
package dev.rollcall.load;

import org.jspecify.annotations.NullMarked;
