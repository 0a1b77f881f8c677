/**
 * How a target refuses what is beyond a limit, and whether a client with manners loses nothing by
 * it.
 */
@NullMarked
package dev.rollcall.load.throttle;

import org.jspecify.annotations.NullMarked;
