/**
 * How a check speaks to a target: its requests by the names of the API, the replies and what they
 * deviate in, and what all checks of a run share, such as whom they may write and whom they have to
 * clean up after. Knows nothing of the checks.
 */
@NullMarked
package dev.rollcall.contract.ask;

import org.jspecify.annotations.NullMarked;
