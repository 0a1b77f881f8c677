/** Takes secrets and people out of a result before anything is written. */
@NullMarked
package dev.rollcall.report.mask;

import org.jspecify.annotations.NullMarked;
