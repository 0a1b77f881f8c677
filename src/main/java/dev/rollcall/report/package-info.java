/**
 * What a run found, as records, and what people and pipelines read of it: JSON, pages, console,
 * gate. The records are the data; everything else here is a function of them and can be repeated
 * from the files of an earlier run. Knows nothing of how checks are run or load is made.
 */
@NullMarked
package dev.rollcall.report;

import org.jspecify.annotations.NullMarked;
