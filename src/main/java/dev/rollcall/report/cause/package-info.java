/** Failures with one cause, told as one: a reader mends causes, not findings. */
@NullMarked
package dev.rollcall.report.cause;

import org.jspecify.annotations.NullMarked;
