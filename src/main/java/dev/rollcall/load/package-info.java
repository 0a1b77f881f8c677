/**
 * Load on a target: the plan and whether it may run, the users asked for, the judgement of each
 * answer, what is recorded, and the verdict. Success is counted per presence asked for, not per
 * answer with status 200. Knows nothing of the program that makes the requests.
 */
@NullMarked
package dev.rollcall.load;

import org.jspecify.annotations.NullMarked;
