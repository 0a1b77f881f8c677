/**
 * What a run found, as records, and the files they are kept in: the data. Everything else in a
 * report is a function of them and can be repeated from the files of an earlier run.
 */
@NullMarked
package dev.rollcall.report.result;

import org.jspecify.annotations.NullMarked;
