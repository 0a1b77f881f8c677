/** Whether a run held what was asked of it, and whether it can be trusted. */
@NullMarked
package dev.rollcall.load.judge;

import org.jspecify.annotations.NullMarked;
