/** Results in JUnit's XML form, for whatever collects test results. */
@NullMarked
package dev.rollcall.report.junit;

import org.jspecify.annotations.NullMarked;
